package app.inbetween.admin.person;

import static app.inbetween.admin.Office.does;
import static app.inbetween.admin.Office.form;
import static app.inbetween.admin.Office.html;
import static app.inbetween.admin.Office.read;
import static app.inbetween.admin.Office.refused;
import static app.inbetween.admin.Office.send;
import static app.inbetween.admin.Office.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import app.inbetween.account.User;
import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** What a clip cost is given back, in parts, and never more than it cost. */
@QuarkusTest
@TestSecurity(user = "giving ada", roles = { "admin", "user" })
class RefundTest extends GivingDesk {

    @Test
    void whatAClipCostIsGivenBackInPartsAndNeverMore() {
        UUID clip = UUID.randomUUID();
        keeper.hold(ben.id, clip, 40, "Shot <3>");
        keeper.capture(clip, Credits.of(40), "");
        String path = path("refunds/" + clip);

        assertThat(html(path(""))).contains("href=\"" + path + "\"");
        assertThat(html(path)).contains("value=\"40\"").contains("Shot &lt;3&gt;");
        assertThat(does(path, form("amount", "20", "reason", "last frame missed")))
                .contains("20 credits for “Shot &lt;3&gt;” were given back. giving ben has 80 free to spend now.");
        String page = refused(path, form("amount", "21", "reason", "last frame missed"));
        assertThat(text(page)).contains("Of what “Shot &lt;3&gt;” cost, 20 can be given back, not 21.",
                "charged 40 given back so far 20 can still be given back 20");
        assertThat(page).contains("value=\"21\"");
        does(path, form("amount", "20", "reason", "the rest as well"));
        assertThat(read(path)).contains("All of the 40 it cost was given back.");
        assertThat(read(path("refunds"))).contains("all given back");
        assertThat(books.auditOf(ben.id)).containsExactly(
                "Gave credits back; 20 credits for “Shot <3>”; 60 free; 80 free; last frame missed",
                "Gave credits back; 20 credits for “Shot <3>”; 80 free; 100 free; the rest as well");
        assertThat(books.noticesOf(ben.id)).contains("You were given back 20 credits for “Shot <3>”: last frame missed");
    }

    @Test
    void aRefundSentTwiceIsGivenOnce() {
        UUID clip = UUID.randomUUID();
        keeper.hold(ben.id, clip, 40, "Shot 3");
        keeper.capture(clip, Credits.of(40), "");
        Map<String, String> refund = form("amount", "10", "reason", "last frame missed");

        does(path("refunds/" + clip), refund);
        does(path("refunds/" + clip), refund);

        assertThat(free()).isEqualTo("70");
        assertThat(books.auditOf(ben.id)).hasSize(1);
    }

    @Test
    void theClipOfSomebodyElseIsNotFound() {
        UUID clip = UUID.randomUUID();
        keeper.hold(ben.id, clip, 40, "Shot 3");
        keeper.capture(clip, Credits.of(40), "");
        User cleo = people.register("giving cleo");

        send("/admin/users/" + cleo.id + "/refunds/" + clip, form("amount", "10", "reason", REASON)).statusCode(404);
        assertThat(read("/admin/users/" + cleo.id)).doesNotContain("Shot 3");
    }

    @Test
    void clipsAreListedInPagesNewestFirst() {
        for (int shot = 1; shot <= 27; shot++) {
            UUID clip = UUID.randomUUID();
            clock.advance(java.time.Duration.ofSeconds(1));
            keeper.hold(ben.id, clip, 1, "Shot " + shot + ".");
            keeper.capture(clip, Credits.of(1), "");
        }

        String first = html(path("refunds"));
        String second = read(app.inbetween.admin.Office.found(first, "href=\"([^\"]*before=[^\"]*)\""));

        assertThat(text(first)).contains("Shot 27.", "Shot 3.").doesNotContain("Shot 2.");
        assertThat(second).contains("Shot 2.", "Shot 1.").doesNotContain("Shot 3.");
    }
}
