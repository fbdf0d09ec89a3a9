package app.inbetween.admin.person;

import static app.inbetween.admin.Office.does;
import static app.inbetween.admin.Office.form;
import static app.inbetween.admin.Office.html;
import static app.inbetween.admin.Office.refused;
import static app.inbetween.admin.Office.send;
import static app.inbetween.admin.Office.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** Credits are taken back as far as they are free. */
@QuarkusTest
@TestSecurity(user = "giving ada", roles = { "admin", "user" })
class TakingBackTest extends GivingDesk {

    @Test
    void onlyWhatIsFreeIsTakenBack() {
        keeper.hold(ben.id, UUID.randomUUID(), 30);

        assertThat(text(refused(path("take-backs"), form("amount", "71", "reason", REASON))))
                .contains("giving ben has 70 free to spend, so 71 cannot be taken back.");
        assertThat(does(path("take-backs"), form("amount", "70", "reason", REASON)))
                .contains("70 credits were taken back. giving ben has 0 free to spend now.");
        assertThat(books.auditOf(ben.id)).containsExactly("Took credits back; 70 credits; 70 free; 0 free; " + REASON);
        assertThat(books.noticesOf(ben.id)).contains("70 credits were taken back: " + REASON);
    }

    @Test
    void aCorrectionPointsAtTheGrantItCorrects() {
        UUID welcome = sql.one("SELECT id FROM credit_entry WHERE user_id = ?", row -> row.getObject(1, UUID.class), ben.id);
        UUID foreign = sql.one("SELECT id FROM credit_entry WHERE user_id = ?", row -> row.getObject(1, UUID.class),
                people.register("giving cleo").id);

        assertThat(html(path(""))).contains("<option value=\"" + welcome + "\">100 on 21 November 2026: Welcome to Inbetween");
        assertThat(text(refused(path("take-backs"), form("amount", "5", "reason", REASON, "entry", foreign.toString()))))
                .contains("That is no grant of giving ben");
        does(path("take-backs"), form("amount", "5", "reason", REASON, "entry", welcome.toString()));

        assertThat(sql.<UUID> one("SELECT original_id FROM credit_entry WHERE user_id = ? AND kind = 'TAKE_BACK'",
                row -> row.getObject(1, UUID.class), ben.id)).isEqualTo(welcome);
    }

    @Test
    void twoWhoTakeBackTheLastCreditsAtOnceTakeThemOnce() throws Exception {
        List<Integer> answers = together(
                () -> send(path("take-backs"), form("amount", "100", "reason", REASON)).extract().statusCode(),
                () -> send(path("take-backs"), form("amount", "100", "reason", REASON)).extract().statusCode());

        assertThat(answers).containsExactlyInAnyOrder(303, 422);
        assertThat(free()).isEqualTo("0");
        assertThat(books.auditOf(ben.id)).hasSize(1);
    }
}
