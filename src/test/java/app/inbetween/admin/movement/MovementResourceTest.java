package app.inbetween.admin.movement;

import static app.inbetween.admin.Studies.html;
import static app.inbetween.admin.Studies.lines;
import static app.inbetween.admin.Studies.page;
import static app.inbetween.admin.Studies.text;
import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.admin.Studies;
import app.inbetween.ledger.Bookkeeper;
import app.inbetween.ledger.Correction;
import app.inbetween.ledger.Grant;
import app.inbetween.ledger.Ledger;
import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestSecurity(user = "ada", roles = { "admin", "user" })
class MovementResourceTest {

    @Inject
    Studies studies;
    @Inject
    People people;
    @Inject
    Ledger ledger;
    @Inject
    Bookkeeper books;
    @Inject
    SettableClock clock;

    @AfterEach
    void resetTheClock() {
        clock.reset();
        assertNoViolations();
    }

    @Test
    @TestSecurity
    void theSignedOutAreAskedToSignIn() {
        given().redirects().follow(false).get("/admin/movements").then().statusCode(302);
        given().redirects().follow(false).get("/admin/movements.csv").then().statusCode(302);
    }

    @Test
    @TestSecurity(user = "ben", roles = "user")
    void forEverybodyElseThereIsNothingHere() {
        given().get("/admin/movements").then().statusCode(404);
        given().get("/admin/movements.csv").then().statusCode(404);
    }

    @Test
    void everyKindIsToldInWords() {
        clock.set(Instant.parse("2038-01-10T10:00:00Z"));
        UUID ada = people.register("ada of the office").id;
        UUID ben = people.register("ben told").id;
        ledger.grant(Grant.of(ben, Credits.of(20), "Spring film", ben.toString()).by(ada));
        ledger.takeBack(ben, Correction.of(Credits.of(3), "Too many", ben.toString()).by(ada));
        UUID paid = UUID.randomUUID();
        UUID called = UUID.randomUUID();
        books.hold(ben, paid, 5, "Shot <1>");
        books.hold(ben, called, 4, "Shot 2");
        books.capture(paid, Credits.of(5), "");
        books.release(called);
        ledger.refund(paid, Correction.of(Credits.ofMillis(2500), "last frame missed", paid.toString()).by(ada));

        String page = page("/admin/movements?user=" + ben);

        assertThat(page).contains("10 January 2038, 10:00 ben told Granted Welcome to Inbetween 100 100",
                "ben told Granted Spring film, by ada of the office 20 120",
                "ben told Taken back Too many, by ada of the office 3 117",
                "ben told Held for Shot &lt;1&gt; Flow: 5 s × 1 at 720p, price version 1 5 112",
                "ben told Charged for Shot &lt;1&gt; Flow: 5 s × 1 at 720p, price version 1 5 108",
                "ben told Returned for Shot 2 Flow: cancelled 4 112",
                "ben told Given back for Shot &lt;1&gt; Flow: last frame missed, by ada of the office 2.5 114.5");
        assertThat(html("/admin/movements?user=" + ben)).contains("href=\"/admin/users/" + ben + "\"",
                "href=\"/admin/jobs/" + paid + "\"");
    }

    @Test
    void kindsDaysModelsAndPeopleNarrowIt() {
        UUID ben = studies.person("Benjamin the filtered");
        studies.spends(ben, "2038-03-01", 1, "Shot one");
        UUID second = studies.spends(ben, "2038-03-02", 2, "Shot two");
        studies.isGivenBack(second, "2038-03-03", 1);

        assertThat(page("/admin/movements?from=2038-03-01&to=2038-03-01&kind=CAPTURE"))
                .contains("Charged 1 all that match", "Charged for Shot one").doesNotContain("Shot two", "Held for Shot one");
        assertThat(page("/admin/movements?from=2038-03-01&to=2038-03-03&kind=refund&kind=capture"))
                .contains("Charged 3, given back 1, together 2", "Given back for Shot two", "Charged for Shot one");
        assertThat(page("/admin/movements?from=2038-03-02&to=2038-03-31&model=local/flow")).contains("Held for Shot two")
                .doesNotContain("Shot one");
        assertThat(page("/admin/movements?from=2038-03-01&to=2038-03-31&model=local/crossfade"))
                .contains("No movement is like that.");
        assertThat(page("/admin/movements?user=benjamin+the+FILT&kind=CAPTURE&kind=GRANT"))
                .contains("Granted Welcome to Inbetween", "Granted Spring film", "Charged for Shot two")
                .doesNotContain("Held for Shot two", "all that match");
    }

    @Test
    void whatIsLongIsReadInPagesThatNewMovementsDoNotShift() {
        UUID ben = studies.person("ben of many");
        for (int shot = 1; shot <= 30; shot++) {
            studies.spends(ben, "2038-05-01", 1, "Shot " + shot + ".");
        }
        String first = html("/admin/movements?from=2038-05-01&to=2038-05-01");
        studies.spends(ben, "2038-05-01", 1, "Shot 31.");

        String older = first.replaceAll("(?s).*href=\"(/admin/movements\\?[^\"]*before=[^\"]*)\".*", "$1").replace("&amp;",
                "&");
        String second = page(older);

        assertThat(older).contains("from=2038-05-01", "to=2038-05-01");
        assertThat(text(first)).contains("Charged for Shot 30.", "Held for Shot 6.", "Older").doesNotContain("for Shot 5.");
        assertThat(second).contains("Charged for Shot 5.", "Held for Shot 1.", "Newest").doesNotContain("for Shot 6.", "Older");
    }

    @Test
    void theFileHasAllThatMatches() {
        UUID ben = studies.person("=ben(1)");
        for (int shot = 1; shot <= 300; shot++) {
            studies.spends(ben, "2038-07-01", 1, "Shot " + shot);
        }

        var lines = lines("/admin/movements.csv?user=" + ben);

        assertThat(lines).hasSize(602);
        assertThat(lines).extracting(line -> line[4]).containsOnly("'=ben(1)");
        assertThat(lines.get(0)).containsExactly("2038-07-01T12:00:00Z", "Charged", "1", "700", "'=ben(1)", ben.toString(), "",
                "",
                "Shot 300", lines.get(0)[9], "local/flow", "720p", "");
        assertThat(Stream.of(lines.get(601))).contains("Granted");
    }

    @Test
    void whatCannotBeUnderstoodIsSaidAndKept() {
        String page = refused(
                "/admin/movements?from=yesterday&to=2038-01-01&kind=GIFT&user=nobody+of+that+name&model=fal/none");

        assertThat(text(page)).contains("“yesterday” is no day. Write it as 2026-11-21.",
                "“GIFT” is no kind of movement.", "Nobody is called “nobody of that name”.", "No model is called “fal/none”.",
                "Nothing was looked for");
        assertThat(page).contains("value=\"yesterday\" aria-invalid=\"true\"", "value=\"2038-01-01\"",
                "value=\"nobody of that name\"", "<option value=\"fal/none\" selected>");
        assertThat(text(refused("/admin/movements?from=2038-02-02&to=2038-02-01")))
                .contains("The last day is before the first.");
    }

    @Test
    void aFileOfWhatCannotBeUnderstoodLeadsToThePage() {
        given().redirects().follow(false).get("/admin/movements.csv?from=yesterday").then().statusCode(303)
                .header("Location", org.hamcrest.Matchers.endsWith("/admin/movements?from=yesterday"));
    }

    @Test
    void aPlaceThatIsNoneIsNotFound() {
        given().get("/admin/movements?before=" + UUID.randomUUID()).then().statusCode(404);
        given().get("/admin/movements?before=yesterday").then().statusCode(404);
    }

    private static String refused(String path) {
        return given().urlEncodingEnabled(false).get(path).then().statusCode(422).extract().asString();
    }
}
