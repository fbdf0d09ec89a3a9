package app.inbetween.admin.job;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import app.inbetween.generation.Ask;
import app.inbetween.generation.Generation;
import app.inbetween.generation.OpenStudio;
import app.inbetween.generation.Terms;
import app.inbetween.ledger.Grant;
import app.inbetween.price.Credits;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.Submission;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestSecurity(user = "ada", roles = { "admin", "user" })
class JobsResourceTest extends OpenStudio {

    @Test
    void everyClipIsToldInOneLine() {
        clock.set(Instant.parse("2026-11-21T14:20:00Z"));
        studio.asksForBilledClip(ben);
        clock.advance(Duration.ofSeconds(90));
        studio.dispatch();
        clock.advance(Duration.ofSeconds(45));
        studio.poll();

        assertThat(list("")).contains(
                "Bud to bloom 21 November 2026, 14:20 ben Scripted billed, 2 s Delivered 1 min 30 s 45 s 2 2 $0.20");
    }

    @Test
    void aFailureIsNamedAndCostsNothing() {
        studio.asks(ben);
        provider.onSubmit = request -> new Submission.Rejected(
                new Failure(Reason.CONTENT_POLICY, Billing.NOT_BILLED, "nsfw"));
        studio.dispatch();

        assertThat(list("")).contains("Failed The provider's content check refused this pair or prompt.").contains("2 0 –");
    }

    @Test
    void aFailedClipAndTheOneThatStandsInForItLeadToEachOther() {
        Generation failed = studio.asks(ben);
        provider.onSubmit = request -> new Submission.Rejected(
                new Failure(Reason.PROVIDER_TRANSIENT, Billing.NOT_BILLED, "busy"));
        studio.dispatch();
        Generation standIn = standInFor(failed);

        assertThat(html("/admin/jobs?user=" + ben.id()))
                .contains("stands in for <a class=\"link\" href=\"/admin/jobs/" + failed.id + "\">Scripted</a>")
                .contains("<a class=\"link\" href=\"/admin/jobs/" + standIn.id + "\">Scripted</a> stands in for it");
        assertThat(page("/admin/jobs/" + standIn.id)).contains("Stands in for Scripted , which failed.");
        assertThat(html("/admin/jobs/" + failed.id)).contains("href=\"/admin/jobs/" + standIn.id + "\"");
        assertThat(page("/admin/jobs/" + failed.id)).contains("Scripted stands in for it.");
        given().get("/admin/jobs.csv?user=" + ben.id()).then().body(containsString("," + failed.id + "\r\n"));
    }

    @ParameterizedTest
    @CsvSource({ "unfinished, yes", "attention, yes", "unknown, yes", "UNKNOWN, yes", "finished, no", "queued, no",
            "failed, no" })
    void statesAndGroupsOfThemAreChosen(String state, String shown) {
        unknown();

        assertThat(list("&state=" + state).contains("Bud to bloom")).isEqualTo(shown.equals("yes"));
    }

    @Test
    void modelsAndDaysAreChosen() {
        clock.set(Instant.parse("2026-11-21T23:59:00Z"));
        studio.asks(ben);

        assertThat(list("&model=scripted/clip&from=2026-11-21&to=2026-11-21")).contains("Bud to bloom");
        assertThat(list("&model=local/flow")).contains("No clip is like that");
        assertThat(list("&from=2026-11-22")).contains("No clip is like that");
        assertThat(list("&to=2026-11-20")).contains("No clip is like that");
    }

    @Test
    void aPersonIsFoundByPartOfTheName() {
        studio.asks(studio.person("Wilhelmina of the tower"));

        assertThat(page("/admin/jobs?user=wilhelmina")).contains("Wilhelmina of the tower").contains("Bud to bloom");
        assertThat(page("/admin/jobs?user=nobody+at+all")).contains("No clip is like that");
    }

    @ParameterizedTest
    @ValueSource(strings = { "state=lost", "from=yesterday" })
    void whatIsNotUnderstoodIsLeftOutAndSaid(String filter) {
        studio.asks(ben);

        assertThat(list("&" + filter)).contains("so it was left out.", "Bud to bloom");
    }

    @Test
    void longListsAreReadInPagesThatNewClipsDoNotShift() {
        give100();
        Stream.generate(() -> studio.asks(ben)).limit(50).forEach(clip -> clock.advance(Duration.ofSeconds(1)));
        Generation newest = studio.asks(ben);
        String first = html("/admin/jobs?user=" + ben.id());
        String older = first.replaceAll("(?s).*href=\"(/admin/jobs\\?[^\"]*before=[^\"]*)\".*", "$1").replace("&amp;", "&");
        studio.asks(ben);

        assertThat(first.split("<tr>")).hasSize(52);
        assertThat(html(older).split("<tr>")).as("a head and one clip").hasSize(3);
        assertThat(first).contains("/admin/jobs/" + newest.id);
    }

    @Test
    void aCursorThatWasTamperedWithIsNotFound() {
        given().get("/admin/jobs?before=yesterday").then().statusCode(404);
        given().get("/admin/jobs?before=2026-11-21T14:20:00Z_x").then().statusCode(404);
    }

    @Test
    void theSameListIsHadForASpreadsheet() {
        clock.set(Instant.parse("2026-11-21T14:20:00Z"));
        Generation clip = needingAttention(studio.asksForBilledClip(ben));

        String csv = given().get("/admin/jobs.csv?state=attention&user=" + ben.id()).then().statusCode(200)
                .header("Content-Disposition", "attachment; filename=\"jobs.csv\"").extract().asString();

        assertThat(csv.split("\r\n")).hasSize(2);
        assertThat(csv).endsWith("2026-11-21T14:20:00Z," + clip.id + ",Bud to bloom,ben," + ben.id()
                + ",scripted/clip,billed,2,Needs attention,0,,2,,,,The film has expired,\r\n");
    }

    @Test
    @TestSecurity(user = "ben", roles = "user")
    void toOthersThereIsNoSuchPage() {
        for (String path : new String[] { "/admin/jobs", "/admin/jobs.csv" }) {
            given().get(path).then().statusCode(404);
        }
    }

    private Generation standInFor(Generation failed) {
        Ask ask = studio.ask(ben, "in its place");
        return generations.ask(new Ask(ask.owner(), ask.key(), ask.title(), ask.firstFrame(), ask.lastFrame(), ask.settings(),
                ask.quote(), Terms.standingInFor(failed)));
    }

    private void give100() {
        ledger.grant(Grant.of(ben.id(), Credits.of(100), "more", "more " + ben.id()));
    }

    private String list(String filter) {
        return page("/admin/jobs?user=" + ben.id() + filter);
    }

    private static String page(String path) {
        return html(path).replaceAll("<[^>]*>", " ").replace("&#39;", "'").replaceAll("\\s+", " ");
    }

    private static String html(String path) {
        return given().get(path).then().statusCode(200).extract().asString();
    }
}
