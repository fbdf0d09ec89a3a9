package app.inbetween.statement;

import static app.inbetween.statement.Reader.html;
import static app.inbetween.statement.Reader.page;
import static app.inbetween.statement.Reader.text;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.ledger.Bookkeeper;
import app.inbetween.ledger.Correction;
import app.inbetween.ledger.Grant;
import app.inbetween.ledger.Ledger;
import app.inbetween.ledger.LedgerAssertions;
import app.inbetween.ledger.SpendingLimits;
import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
class StatementResourceTest {

    @Inject
    People people;
    @Inject
    Ledger ledger;
    @Inject
    SpendingLimits limits;
    @Inject
    Bookkeeper books;
    @Inject
    SettableClock clock;

    @BeforeEach
    void stopTheClock() {
        clock.set(Instant.parse("2026-11-21T14:20:00Z"));
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
        LedgerAssertions.assertNoViolations();
    }

    @Test
    void theSignedOutAreAskedToSignIn() {
        given().redirects().follow(false).get("/credits").then().statusCode(302);
        given().redirects().follow(false).get("/credits/statement.csv").then().statusCode(302);
    }

    @Test
    @TestSecurity(user = "statement newcomer")
    void aNewcomerFindsTheWelcome() {
        String page = page("/credits");

        assertThat(page)
                .containsPattern(
                        "Free to spend 100 about [\u202f\\d]+ s at 720p with \\S.* Held for work under way 0 Spent this month 0 "
                                + "Set a limit of your own")
                .contains("Today, 14:20 Granted Welcome to Inbetween +100 100")
                .doesNotContain("Held now", "Credits that expire", "Older", "Newest");
    }

    @Test
    @TestSecurity(user = "statement header")
    void theHeaderSaysWhatIsFreeToSpend() {
        assertThat(page("/credits")).contains("100 credits");
    }

    @Test
    @TestSecurity(user = "statement movements")
    void whatBecomesOfAHoldIsToldInWords() {
        UUID whole = hold("statement movements", 5, "Shot 1");
        UUID part = hold("statement movements", 6, "Shot 2");
        UUID none = hold("statement movements", 8, "Shot 3");
        UUID open = hold("statement movements", 10, "Shot <4>");
        books.capture(whole, Credits.of(5), "");
        books.capture(part, Credits.of(3), "the film came out shorter");
        books.release(none);
        ledger.refund(whole, Correction.of(Credits.ofMillis(2500), "last frame missed", whole.toString()));

        assertThat(page("/credits"))
                .contains("Held for work under way 10 1 video, listed below Spent this month 5.5 ")
                .contains("10 Shot &lt;4&gt; 10 s × 1 at 720p, since 14:20")
                .contains("Held for Shot 1 5 s × 1 at 720p, price version 1 −5 95")
                .contains("Spent on Shot 1 5 s × 1 at 720p, charged from what was held 5 from held 71")
                .contains("Spent on Shot 2 3 of the 6 held, the rest returned: the film came out shorter +3 74")
                .contains("Returned 8: cancelled Shot 3 +8 82")
                .contains("Given back 2.5: last frame missed Shot 1 +2.5 84.5");
        assertThat(html("/credits")).contains("href=\"/generations/" + open + "\"", "href=\"/generations/" + none + "\"");
    }

    @Test
    @TestSecurity(user = "statement corrections")
    void whatAnAdministratorDoesIsToldWithTheirNameAndReason() {
        UUID me = people.signedInAs("statement corrections").id;
        UUID ada = people.register("ada").id;
        UUID clip = hold("statement corrections", 20, "Shot 9");
        books.capture(clip, Credits.of(20), "");
        ledger.grant(Grant.of(me, Credits.of(300), "Spring film, second half", UUID.randomUUID().toString()).by(ada)
                .until(Instant.parse("2027-01-01T00:00:00Z")));
        ledger.takeBack(me, Correction.of(Credits.of(30), "granted twice", UUID.randomUUID().toString()).by(ada));
        ledger.refund(clip, Correction.of(Credits.of(10), "last frame missed", UUID.randomUUID().toString()).by(ada));

        assertThat(page("/credits"))
                .contains("Granted by ada “Spring film, second half”, use until 31 December +300 380")
                .contains("Taken back by ada: granted twice −30 350")
                .contains("Given back 10 by ada: last frame missed Shot 9 +10 360")
                .contains("Credits that expire", "270 use until 31 December");
    }

    @Test
    @TestSecurity(user = "statement expiry")
    void whatExpiredIsToldWithWhereItCameFrom() {
        UUID me = people.signedInAs("statement expiry").id;
        ledger.grant(Grant.of(me, Credits.of(40), "Test shots", UUID.randomUUID().toString())
                .until(Instant.parse("2026-11-22T12:00:00Z")));
        ledger.grant(Grant.of(me, Credits.of(7), "Later", UUID.randomUUID().toString())
                .until(Instant.parse("2027-02-01T00:00:00Z")));
        clock.set(Instant.parse("2026-11-23T08:05:00Z"));
        ledger.expireDue(me);

        assertThat(page("/credits"))
                .contains("Today, 08:05 Expired 40: past its date of “Test shots”, given on 21 November −40 107")
                .contains("21 Nov, 14:20 Granted Test shots, use until 22 November +40 140")
                .contains("7 use until 31 January 2027");
    }

    @Test
    @TestSecurity(user = "statement limits")
    void theTileSaysHowMuchOfALimitIsUsed() {
        UUID me = people.signedInAs("statement limits").id;
        books.capture(hold("statement limits", 20, "Shot 1"), Credits.of(20), "");

        limits.setOwn(me, Optional.of(Credits.of(1500)), Optional.empty());
        assertThat(page("/credits")).contains("Spent this month 20 of your own limit of 1\u202f500 Change");

        hold("statement limits", 10, "Shot 2");
        assertThat(page("/credits")).contains("Spent this month 20 30 of your own limit of 1\u202f500 are used Change")
                .contains("Free to spend 70 about 70 s at 720p with ");
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

        assertThat(text(first)).contains("Held for Shot 30.", "Held for Shot 6.", "1 to 25 of 31 movements Older")
                .doesNotContain("Held for Shot 5.", "Newest");
        assertThat(second).contains("Held for Shot 5.", "Held for Shot 1.", "Granted", "Newest", "27 to 32 of 32 movements")
                .doesNotContain("Held for Shot 6.", "Older");
    }

    @ParameterizedTest
    @TestSecurity(user = "statement cursor")
    @ValueSource(strings = { "before=yesterday", "month=November", "month=2026-13", "month=999999999-01", "month=2026-11-21" })
    void anAddressThatWasTamperedWithIsNotFound(String query) {
        given().get("/credits?" + query).then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "statement beyond")
    void beyondTheOldestMovementThereIsAWayBack() {
        assertThat(page("/credits?before=1")).contains("There is nothing older.", "Newest").doesNotContain("Older");
        assertThat(page("/credits?month=2026-11&before=-5")).contains("There is nothing older.", "Newest");
    }

    @Test
    @TestSecurity(user = "statement cleo")
    void nobodySeesAnothersStatement() {
        UUID ben = people.register("ben").id;
        books.hold(ben, UUID.randomUUID(), 3, "Secret of ben");
        ledger.grant(Grant.of(ben, Credits.of(77), "Secret grant", UUID.randomUUID().toString()));
        people.signedInAs("statement cleo");

        for (String query : new String[] { "", "?month=2026-11", "?user=" + ben, "?month=2026-11&user=" + ben, "?before=99" }) {
            assertThat(page("/credits" + query)).contains("Welcome to Inbetween").doesNotContain("Secret", "ben");
            assertThat(given().get("/credits/statement.csv" + query).asString()).contains("Welcome to Inbetween")
                    .doesNotContain("Secret", ben.toString());
        }
        given().get("/credits/" + ben).then().statusCode(404);
    }

    private UUID hold(String reader, int seconds, String title) {
        UUID generation = UUID.randomUUID();
        books.hold(people.signedInAs(reader).id, generation, seconds, title);
        return generation;
    }
}
