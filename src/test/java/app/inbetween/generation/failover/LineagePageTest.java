package app.inbetween.generation.failover;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.account.People;
import app.inbetween.database.Sql;
import app.inbetween.generation.Ask;
import app.inbetween.generation.Generation;
import app.inbetween.generation.OpenStudio;
import app.inbetween.generation.Studio.Person;
import app.inbetween.generation.Terms;
import app.inbetween.generation.UnderstudyProvider;
import app.inbetween.price.Credits;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.Submission;
import app.inbetween.provider.VideoModel.Feature;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** What a person reads of clips that were drawn by another model, and of models that were chosen for them. */
@QuarkusTest
class LineagePageTest extends OpenStudio {

    private static final String ME = "lineage lena";

    @Inject
    Pursuit pursuit;
    @Inject
    UnderstudyProvider understudy;
    @Inject
    People people;
    @Inject
    Sql sql;

    private Person lena;

    @BeforeEach
    void anUnderstudyWaits() {
        sql.run("UPDATE generation SET failover = 'WITHDRAWN' WHERE failover = 'WANTED'");
        lena = studio.equipped(people.signedInAs(ME).id);
        understudy.clear();
        studio.price(understudy.offers("one", Feature.PROMPT), 1, 1500, 0, Instant.EPOCH);
        provider.onSubmit = request -> rejected(Reason.PROVIDER_TRANSIENT);
    }

    @AfterEach
    void itLeaves() {
        understudy.clear();
    }

    @Test
    @TestSecurity(user = ME)
    void theFailedOnesPageLeadsToTheOneThatDrawsItNow() {
        Generation failed = failed();
        assertThat(page(failed)).contains("Another model is being looked for").contains("hx-trigger=\"every 2s\"")
                .doesNotContain("Retry");
        String waiting = given().header("HX-Request", "true").get("/generations/" + failed.id + "/status").then()
                .statusCode(200).extract().asString();
        assertThat(waiting).as("the live page waits too").contains("data-phase=\"working\"");

        pursuit.pursueWaiting();
        Generation standIn = standIn(failed);

        assertThat(page(failed)).contains("Scripted failed, so Understudy one draws it now.")
                .contains("href=\"/generations/" + standIn.id + "\"").contains("You were not charged.").doesNotContain("Retry")
                .doesNotContain("hx-trigger=\"every");
        given().header("HX-Request", "true").get("/generations/" + failed.id + "/status").then().statusCode(204)
                .header("HX-Redirect", endsWith("/generations/" + standIn.id));
        assertThat(page(standIn)).contains("Understudy one draws this because Scripted failed.")
                .contains("href=\"/generations/" + failed.id + "\"");
    }

    @Test
    @TestSecurity(user = ME)
    void theStandInsPageSaysWhatItIsMadeBy() {
        Generation failed = failed();
        pursuit.pursueWaiting();
        studio.dispatch();
        later();
        studio.poll();

        assertThat(page(standIn(failed))).contains("Made by Understudy one because Scripted failed.");
        assertThat(page(failed)).contains("Scripted failed, so Understudy one drew it.").contains("Watch the video");
    }

    @Test
    @TestSecurity(user = ME)
    void theEndOfTheLineIsTold() {
        understudy.onSubmit = request -> rejected(Reason.CONTENT_POLICY);
        Generation failed = failed();
        pursuit.pursueWaiting();
        studio.dispatch();
        pursuit.pursueWaiting();

        assertThat(page(failed)).contains("Scripted failed, so Understudy one was asked.").contains("See what became of it");
        assertThat(page(standIn(failed))).contains("No other model was asked").contains("Retry");
    }

    @Test
    @TestSecurity(user = ME)
    void whyThereIsNoStandInIsTold() {
        understudy.clear();
        Generation failed = failed();
        pursuit.pursueWaiting();

        assertThat(page(failed)).contains("No other model can draw the same for 3 credits or less.").contains("Retry");
        given().header("HX-Request", "true").get("/generations/" + failed.id + "/status").then().statusCode(204)
                .header("HX-Refresh", "true");
    }

    @Test
    @TestSecurity(user = ME)
    void whyAModelWasChosenIsTold() {
        Ask ask = studio.ask(lena, UUID.randomUUID().toString());
        Generation clip = asked(ask, Terms.of(Optional.of("fits both frames without a crop, 2 credits"), Optional.empty()));

        given().get("/generations/" + clip.id).then()
                .body(containsString("Chosen for you: fits both frames without a crop, 2 credits"));
    }

    private Generation failed() {
        Generation clip = asked(studio.ask(lena, UUID.randomUUID().toString()),
                Terms.of(Optional.empty(), Optional.of(Credits.of(3))));
        studio.dispatch();
        return clip;
    }

    private Generation asked(Ask ask, Terms terms) {
        return generations.ask(new Ask(ask.owner(), ask.key(), ask.title(), ask.firstFrame(), ask.lastFrame(), ask.settings(),
                ask.quote(), terms));
    }

    private static Submission rejected(Reason reason) {
        return new Submission.Rejected(new Failure(reason, Billing.NOT_BILLED, "as scripted"));
    }

    private static String page(Generation clip) {
        return given().get("/generations/" + clip.id).then().statusCode(200).extract().asString();
    }

    private static Generation standIn(Generation failed) {
        return QuarkusTransaction.requiringNew().call(() -> Generation.standInFor(failed.id)).orElseThrow();
    }
}
