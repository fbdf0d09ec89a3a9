package app.inbetween.statement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.SettableClock;
import app.inbetween.database.Sql;
import app.inbetween.ledger.Bookkeeper;
import app.inbetween.ledger.Correction;
import app.inbetween.ledger.Ledger;
import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
class StatementResourceTest {

    @Inject
    Ledger ledger;
    @Inject
    Bookkeeper books;
    @Inject
    Sql sql;
    @Inject
    SettableClock clock;

    @BeforeEach
    void stopTheClock() {
        clock.set(Instant.parse("2026-11-21T14:20:00Z"));
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void theSignedOutAreAskedToSignIn() {
        given().redirects().follow(false).get("/credits").then().statusCode(302);
    }

    @Test
    @TestSecurity(user = "statement newcomer")
    void aNewcomerFindsTheWelcome() {
        String page = page("/credits");

        assertThat(page).contains("Free to spend 100 Held for work under way 0 Spent so far 0 of 100 granted")
                .contains("21 November 2026, 14:20 Granted Welcome to Inbetween +100 100")
                .doesNotContain("Held now", "Older", "Newest");
    }

    @Test
    @TestSecurity(user = "statement header")
    void theHeaderSaysWhatIsFreeToSpend() {
        assertThat(page("/credits")).contains("100 credits");
    }

    @Test
    @TestSecurity(user = "statement movements")
    void everyMovementIsToldInWords() {
        UUID whole = hold("statement movements", 5, "Shot 1");
        UUID part = hold("statement movements", 6, "Shot 2");
        UUID none = hold("statement movements", 8, "Shot 3");
        UUID open = hold("statement movements", 10, "Shot <4>");
        books.capture(whole, Credits.of(5), "");
        books.capture(part, Credits.of(3), "the film came out shorter");
        books.release(none);
        ledger.refund(whole, Correction.of(Credits.ofMillis(2500), "last frame missed", whole.toString()));

        assertThat(page("/credits"))
                .contains("Free to spend 84.5 Held for work under way 10 1 video, listed below Spent so far 5.5 of 100 granted")
                .contains("10 Shot &lt;4&gt; 10 s × 1 at 720p, since 21 November 2026, 14:20")
                .contains("Held for Shot 1 5 s × 1 at 720p, price version 1 −5 95")
                .contains("Spent on Shot 1 5 s × 1 at 720p, charged from what was held 5 from held 71")
                .contains("Spent on Shot 2 3 of the 6 held, the rest returned: the film came out shorter +3 74")
                .contains("Returned 8: cancelled Shot 3 +8 82")
                .contains("Given back 2.5: last frame missed Shot 1 +2.5 84.5");
        assertThat(html("/credits")).contains("href=\"/generations/" + open + "\"", "href=\"/generations/" + none + "\"");
    }

    @Test
    @TestSecurity(user = "statement pages")
    void whatIsLongIsReadInPagesThatNewMovementsDoNotShift() {
        for (int shot = 1; shot <= 30; shot++) {
            hold("statement pages", 1, "Shot " + shot + ".");
        }
        String first = html("/credits");
        String older = first.replaceAll("(?s).*href=\"(/credits\\?before=\\d+)\".*", "$1");
        hold("statement pages", 1, "Shot 31.");

        String second = page(older);

        assertThat(text(first)).contains("Held for Shot 30.", "Held for Shot 6.", "Older").doesNotContain("Held for Shot 5.");
        assertThat(second).contains("Held for Shot 5.", "Held for Shot 1.", "Granted", "Newest")
                .doesNotContain("Held for Shot 6.", "Older");
    }

    @Test
    @TestSecurity(user = "statement cursor")
    void anAddressThatWasTamperedWithIsNotFound() {
        given().get("/credits?before=yesterday").then().statusCode(404);
    }

    /** Registers the reader if this is the first that is heard of them. */
    private UUID hold(String reader, int seconds, String title) {
        UUID user = sql.first("SELECT id FROM app_user WHERE subject = ?", row -> row.getObject(1, UUID.class), reader)
                .orElseGet(() -> signIn(reader));
        UUID generation = UUID.randomUUID();
        books.hold(user, generation, seconds, title);
        return generation;
    }

    private UUID signIn(String reader) {
        html("/credits");
        return sql.first("SELECT id FROM app_user WHERE subject = ?", row -> row.getObject(1, UUID.class), reader)
                .orElseThrow();
    }

    private static String page(String path) {
        return text(html(path));
    }

    private static String html(String path) {
        return given().get(path).then().statusCode(200).extract().asString();
    }

    /** What a person reads. */
    private static String text(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
