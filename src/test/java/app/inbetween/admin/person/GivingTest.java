package app.inbetween.admin.person;

import static app.inbetween.admin.Office.does;
import static app.inbetween.admin.Office.form;
import static app.inbetween.admin.Office.refused;
import static app.inbetween.admin.Office.send;
import static app.inbetween.admin.Office.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.inbetween.ledger.Lot;
import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** Credits are granted with a reason, previewed, noted and told. */
@QuarkusTest
@TestSecurity(user = "giving ada", roles = { "admin", "user" })
class GivingTest extends GivingDesk {

    @Test
    void aGrantIsEnteredToldAndNoted() {
        String page = does(path("grants"), form("amount", "200", "reason", REASON, "until", "2026-11-30"));

        assertThat(page).contains("200 credits until 30 November 2026 were granted. giving ben has 300 free to spend now.",
                "Granted by giving ada “" + REASON + "”, use until 30 November +200 300",
                "Granted 200 of 200 30 November 2026");
        Lot lot = ledger.lots(ben.id).get(0);
        assertThat(lot.expiresAt()).contains(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(books.auditOf(ben.id))
                .containsExactly("Granted credits; 200 credits until 30 November 2026; 100 free; 300 free; " + REASON);
        assertThat(books.noticesOf(ben.id)).containsExactly("You were given 200 credits until 30 November 2026: " + REASON);
        assertThat(actors(ben.id)).containsExactly("giving ada");
    }

    @Test
    void aGrantIsPreviewedAndNothingIsGiven() {
        keeper.hold(ben.id, UUID.randomUUID(), 30);
        Map<String, String> form = form("amount", "200", "reason", "", "step", "preview");

        String page = text(send(path("grants"), form).statusCode(200).extract().asString());

        assertThat(page).contains("giving ben has now 70 free, 30 held after this 270 free, 30 held");
        assertThat(free()).isEqualTo("70");
        assertThat(books.auditOf(ben.id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "abc                | Good work, dear ben | Type an amount above zero",
            "0                  | Good work, dear ben | Type an amount above zero",
            "-5                 | Good work, dear ben | Type an amount above zero",
            "1e9                | Good work, dear ben | Type an amount above zero",
            "0.0001             | Good work, dear ben | Type an amount above zero",
            "''                 | Good work, dear ben | Type an amount above zero",
            "1000000.001        | Good work, dear ben | At most 1",
            "99999999999999999999 | Good work, dear ben | Type an amount above zero",
            "20                 | ''                  | Give a reason of 8 to 500 characters",
            "20                 | short               | Give a reason of 8 to 500 characters" })
    void whatIsWrongIsSaidAndWhatWasTypedIsKept(String amount, String reason, String complaint) {
        for (String verb : new String[] { "grants", "take-backs" }) {
            String page = refused(path(verb), form("amount", amount, "reason", reason));

            assertThat(text(page)).contains(complaint);
            assertThat(page)
                    .contains("name=\"amount\" type=\"text\" inputmode=\"decimal\" autocomplete=\"off\" value=\"" + amount
                            + "\"")
                    .contains(">" + reason + "</textarea>");
        }
        assertThat(free()).isEqualTo("100");
        assertThat(books.auditOf(ben.id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "yesterday,Type the day as 2026-11-21", "2026-11-20,Choose a day from today on",
            "+99999-01-01,Choose a day from today on" })
    void aDayThatCannotBeIsRefused(String day, String complaint) {
        assertThat(text(refused(path("grants"), form("amount", "5", "reason", REASON, "until", day)))).contains(complaint);
    }

    private List<String> actors(UUID person) {
        return sql.all("SELECT u.name FROM credit_entry e JOIN app_user u ON u.id = e.actor WHERE e.user_id = ? ORDER BY e.seq",
                row -> row.getString(1), person);
    }
}
