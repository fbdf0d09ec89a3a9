package app.inbetween.admin.dashboard;

import static app.inbetween.admin.Studies.html;
import static app.inbetween.admin.Studies.lines;
import static app.inbetween.admin.Studies.page;
import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import app.inbetween.SettableClock;
import app.inbetween.admin.Studies;
import app.inbetween.database.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestSecurity(user = "ada", roles = { "admin", "user" })
class DashboardResourceTest {

    @Inject
    Studies studies;
    @Inject
    SettableClock clock;
    @Inject
    Sql sql;

    @AfterEach
    void resetTheClock() {
        clock.reset();
        assertNoViolations();
    }

    @Test
    @TestSecurity
    void theSignedOutAreAskedToSignIn() {
        given().redirects().follow(false).get("/admin").then().statusCode(302);
        given().redirects().follow(false).get("/admin/dashboard.csv").then().statusCode(302);
    }

    @Test
    @TestSecurity(user = "ben", roles = "user")
    void forEverybodyElseThereIsNothingHere() {
        given().get("/admin").then().statusCode(404);
        given().get("/admin/dashboard.csv").then().statusCode(404);
    }

    @Test
    void aMonthIsComparedWithTheSameDaysOfTheLast() {
        UUID ben = studies.person("ben");
        UUID early = studies.spends(ben, "2034-02-20", 40, "Shot 1");
        studies.spends(ben, "2034-02-25", 20, "Shot 2");
        studies.spends(ben, "2034-03-21", 44, "Shot 3");
        studies.isGivenBack(early, "2034-03-21", 8);

        assertThat(page("/admin")).contains("March so far.",
                "Charged this month 36 10 % less than the 40 of 1 to 21 February 60 in all of February",
                "Provider cost against charged $0.00 of $0.36 charged, margin 100 %");
    }

    @Test
    void theLastDayOfALongMonthIsComparedWithAllOfAShortOne() {
        UUID ben = studies.person("ben");
        studies.spends(ben, "2035-02-28", 10, "Shot 1");
        studies.spends(ben, "2035-03-31", 10, "Shot 2");

        assertThat(page("/admin"))
                .contains("Charged this month 10 as much as the 10 of 1 to 28 February 10 in all of February");
        clock.set(Instant.parse("2035-04-01T00:00:00Z"));
        assertThat(page("/admin")).contains("Charged this month 0 nothing on 1 March 10 in all of March");
    }

    @Test
    void theMovementsBehindATileAddUpToIt() {
        UUID ben = studies.person("ben");
        UUID clip = studies.spends(ben, "2034-05-04", 30, "Shot 1");
        studies.spends(ben, "2034-05-05", 12, "Shot 2");
        studies.isGivenBack(clip, "2034-05-06", 5);

        String tile = link(html("/admin"), "Charged this month");

        assertThat(page("/admin")).contains("Charged this month 37");
        assertThat(page(tile)).contains("Charged 42, given back 5, together 37", "Charged for Shot 2", "Given back for Shot 1");
        assertThat(net(lines(tile.replace("/movements?", "/movements.csv?")))).isEqualByComparingTo("37");
    }

    @Test
    void todaysBarMovesWithEveryMovement() {
        UUID ben = studies.person("ben");
        UUID clip = studies.spends(ben, "2034-07-10", 10, "Shot 1");
        assertThat(html("/admin")).contains("aria-label=\"10 July: 10 credits. Flow 10\"");

        studies.isGivenBack(clip, "2034-07-10", 5);

        String html = html("/admin?days=7");
        assertThat(html).contains("aria-label=\"10 July: 5 credits. Flow 5\"", "aria-label=\"9 July: 0 credits\"")
                .contains("4 to 10 July").contains("<rect class=\"chart__bar chart__bar--1\"");
        assertThat(page("/admin/movements?kind=CAPTURE&kind=REFUND&from=2034-07-10&to=2034-07-10"))
                .contains("Charged 10, given back 5, together 5");
        assertThat(html).contains(
                "href=\"/admin/movements?kind=CAPTURE&amp;kind=REFUND&amp;from=2034-07-10&amp;to=2034-07-10\"");
    }

    @Test
    void aDayThatGivesBackMoreThanItChargesHasNoBar() {
        UUID ben = studies.person("ben");
        UUID clip = studies.spends(ben, "2034-09-10", 10, "Shot 1");
        studies.isGivenBack(clip, "2034-09-11", 4);

        String html = html("/admin?days=7");

        assertThat(html).contains("aria-label=\"11 September: −4 credits. Flow −4\"")
                .containsOnlyOnce("<rect class=\"chart__bar ");
        assertThat(page("/admin?days=7")).contains("11 Sept −4 −4 10 Sept 10 10 9 Sept 0 0", "All days 6 6");
    }

    @Test
    void theFileSaysTheSame() {
        UUID ben = studies.person("ben");
        UUID clip = studies.spends(ben, "2034-10-10", 10, "Shot 1");
        studies.spends(ben, "2034-10-12", 3, "Shot 2");
        studies.isGivenBack(clip, "2034-10-12", 4);

        assertThat(lines("/admin/dashboard.csv?days=7")).containsExactly(
                new String[] { "2034-10-12", "local/flow", "1", "3", "4", "-1", "0.000000" },
                new String[] { "2034-10-10", "local/flow", "1", "10", "0", "10", "0.000000" });
        assertThat(html("/admin/dashboard.csv?days=7"))
                .startsWith("\uFEFFDay,Model,Clips,Charged,Given back,Net,Cost in dollars");
    }

    @Test
    void whereNothingWasChargedThePageSaysHowItWouldBe() {
        clock.set(Instant.parse("2036-08-15T12:00:00Z"));

        assertThat(page("/admin")).contains("Nothing was charged from 17 July to 15 August",
                "Each video adds to the bar of its day", "Nobody was charged this month yet.");
        assertThat(lines("/admin/dashboard.csv")).isEmpty();
    }

    @Test
    void whoSpentMostComesFirst() {
        UUID ben = studies.person("Benedikt");
        UUID cleo = studies.person("Cleopatra");
        studies.spends(ben, "2034-12-03", 10, "Shot 1");
        studies.spends(cleo, "2034-12-03", 25, "Shot 2");

        assertThat(page("/admin")).contains("Cleopatra 975 0 25 B Benedikt 990 0 10");
        assertThat(html("/admin")).contains("href=\"/admin/users/" + cleo + "\"");
    }

    @Test
    void whatNeedsSomebodyIsListed() {
        clock.set(Instant.parse("2037-03-02T08:00:00Z"));
        UUID check = UUID.randomUUID();
        UUID ben = studies.person("ben in need");
        sql.run("INSERT INTO book_check (id, started_at, finished_at) VALUES (?, ?, ?)", check,
                Instant.parse("2037-03-02T03:00:00Z"), Instant.parse("2037-03-02T03:00:00Z"));
        assertThat(page("/admin")).contains("March so far. Books checked today at 03:00, every movement balanced.");
        sql.run("INSERT INTO book_finding (id, book_check, rule, detail) VALUES (?, ?, 'r', 'd')", UUID.randomUUID(), check);
        sql.run("INSERT INTO provider_budget (provider, daily_dollar_micros) VALUES ('dashing', 0)");
        sql.run("""
                INSERT INTO credit_request (id, user_id, amount, reason, created_at)
                VALUES (?, ?, 200000, 'Four more shots', '2000-01-01')""", UUID.randomUUID(), ben);

        String page = page("/admin");
        sql.run("DELETE FROM book_finding WHERE book_check = ?", check);
        sql.run("DELETE FROM book_check WHERE id = ?", check);
        sql.run("DELETE FROM provider_budget WHERE provider = 'dashing'");
        sql.run("DELETE FROM credit_request WHERE user_id = ?", ben);

        assertThat(page).contains("Books checked today at 03:00, 1 finding.",
                "The books do not balance The check of today at 03:00 found one thing that must not be.",
                "dashing has used up its day $0.00 of the $0.00 it may cost; what is asked of it waits for tomorrow.",
                "ben in need asks for 200 credits “Four more shots”");
    }

    @Test
    void pricesAreSummedUp() {
        assertThat(page("/admin")).contains("Prices for 5 s of video").containsPattern("Flow \\S.* 2\\.5 to 10 nothing –");
    }

    @Test
    void anUnknownPeriodIsTheUsualOne() {
        assertThat(html("/admin?days=1000"))
                .contains("<a class=\"segmented__option\" href=\"/admin?days=30\" aria-current=\"true\">");
    }

    private static BigDecimal net(List<String[]> lines) {
        return lines.stream()
                .map(line -> line[1].equals("Given back") ? new BigDecimal(line[2]).negate() : new BigDecimal(line[2]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Where the tile of that name leads. */
    private static String link(String html, String tile) {
        Matcher link = Pattern.compile("<a class=\"tile\" href=\"([^\"]*)\"><span class=\"tile__name\">" + tile).matcher(html);
        assertThat(link.find()).isTrue();
        return link.group(1).replace("&amp;", "&");
    }
}
