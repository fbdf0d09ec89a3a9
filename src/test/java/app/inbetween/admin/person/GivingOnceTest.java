package app.inbetween.admin.person;

import static app.inbetween.admin.Office.does;
import static app.inbetween.admin.Office.form;
import static app.inbetween.admin.Office.led;
import static app.inbetween.admin.Office.refused;
import static app.inbetween.admin.Office.send;
import static app.inbetween.admin.Office.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** A form that gives or takes credits does so once, however often it is sent. */
@QuarkusTest
@TestSecurity(user = "giving ada", roles = { "admin", "user" })
class GivingOnceTest extends GivingDesk {

    @Test
    void aFormSentTwiceIsDoneOnce() {
        Map<String, String> grant = form("amount", "200", "reason", REASON);
        Map<String, String> takeBack = form("amount", "50", "reason", REASON);

        String first = led(send(path("grants"), grant));
        String second = led(send(path("grants"), grant));
        does(path("take-backs"), takeBack);
        does(path("take-backs"), takeBack);

        assertThat(second).isEqualTo(first);
        assertThat(free()).isEqualTo("250");
        assertThat(books.auditOf(ben.id)).hasSize(2);
        assertThat(books.noticesOf(ben.id)).hasSize(2);
    }

    @Test
    void aFormSentAtTheSameMomentIsDoneOnce() throws Exception {
        Map<String, String> grant = form("amount", "200", "reason", REASON);

        List<Integer> answers = together(() -> send(path("grants"), grant).extract().statusCode(),
                () -> send(path("grants"), grant).extract().statusCode());

        assertThat(answers).containsExactly(303, 303);
        assertThat(free()).isEqualTo("300");
        assertThat(books.auditOf(ben.id)).hasSize(1);
    }

    @Test
    void aFormThatWasUsedForSomethingElseIsAskedAgain() {
        Map<String, String> grant = form("amount", "200", "reason", REASON);
        does(path("grants"), grant);
        grant.put("amount", "300");

        String page = refused(path("grants"), grant);

        assertThat(text(page)).contains("This form was sent before and said something else");
        assertThat(page).contains("value=\"300\"").doesNotContain(grant.get("key"));
        assertThat(free()).isEqualTo("300");
    }

    @Test
    void aFormThatIsNotOursIsRefused() {
        Map<String, String> grant = form("amount", "200", "reason", REASON);
        grant.put("key", "nonsense");

        assertThat(text(refused(path("grants"), grant))).contains("This form was not ours");
        assertThat(free()).isEqualTo("100");
    }
}
