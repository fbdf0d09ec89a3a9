package app.inbetween.admin.job;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import app.inbetween.books.BookAssertions;
import app.inbetween.database.Sql;
import app.inbetween.generation.Generation;
import app.inbetween.generation.OpenStudio;
import app.inbetween.generation.ScriptedProvider;
import app.inbetween.generation.State;
import app.inbetween.notice.Notices;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@TestSecurity(user = "ada", roles = { "admin", "user" })
class InterventionResourceTest extends OpenStudio {

    private static final String WHY = "The provider's console shows nothing";

    @Inject
    Notices notices;
    @Inject
    Sql sql;

    @AfterEach
    void theBooksBalance() {
        BookAssertions.assertBalanced(ben.id());
    }

    @Test
    void theWholeStoryIsTold() {
        Generation clip = needingAttention(studio.asksForBilledClip(ben));

        assertThat(page(clip)).contains("Needs attention", "asked for by ben")
                .contains("Asked for", "Taken from the queue", "Sent to Scripted", "Accepted", "Drawn, and being saved")
                .contains("Its id there job-", "Where the film is film", "The film has expired")
                .contains("Held 2, not spent yet", "2 s × 1 at billed", "Provider would bill $0.20",
                        "Provider bills nothing so far")
                .contains("Try again now", "Attach the film", "Send it once more", "Give the credits back", "Mark it as lost")
                .contains("Scripted may bill the studio twice");
    }

    @Test
    void whatGetsOnByItselfOrHasEndedLeavesNothingToDecide() {
        Generation clip = running();
        assertThat(page(clip)).contains("Rendering", "It gets on by itself");

        later();
        studio.poll();
        assertThat(page(clip)).contains("Delivered", "It has ended", "Charged 2");
    }

    @Test
    void aReleaseIsCarriedOutAuditedAndTold() {
        Generation clip = unknown();

        send(clip, "release", form(clip).formParam("reason", WHY).formParam("billing", "NOT_BILLED")).statusCode(303);

        assertThat(page(clip)).contains("Failed", "ada gave the credits back", "“" + WHY + "”", "Returned",
                "Billed by the provider no");
        assertThat(audit())
                .isEqualTo("Gave up a clip | Outcome unknown, 2 credits held | Failed, 2 credits returned, the provider "
                        + "bills nothing | " + WHY);
        assertThat(told())
                .isEqualTo("Your video “Bud to bloom” was given up: You were not charged: the 2 credits held for it can "
                        + "be spent again.");
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "delivery | Had a film fetched again | is being fetched again | NEEDS_ATTENTION",
            "retry | Sent a clip again | is being made once more | QUEUED",
            "loss | Marked a clip as lost | was lost at Scripted | FAILED" })
    void everyDecisionIsAuditedAndTold(String slug, String action, String words, State end) {
        Generation clip = needingAttention();

        send(clip, slug, form(clip).formParam("reason", WHY).formParam("billing", "UNKNOWN")).statusCode(303);

        assertThat(studio.now(clip).state).isEqualTo(end);
        assertThat(audit()).startsWith(action + " | Needs attention, 2 credits held").endsWith(WHY);
        assertThat(told()).startsWith("Your video “Bud to bloom” " + words);
    }

    @Test
    void aFilmIsDeliveredByHand() {
        Generation clip = needingAttention();

        upload(clip).multiPart("film", ScriptedProvider.film().toFile(), "video/mp4").post(path(clip, "film")).then()
                .statusCode(303);

        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
        assertThat(page(clip)).contains("Delivered", "ada brought the film", "Charged 2");
        assertThat(told()).isEqualTo("Your video “Bud to bloom” is here: Someone who runs this studio brought it home by hand. "
                + "2 credits charged.");
        assertThat(credits()).isEqualTo("98 available, 0 held, 2 spent");
    }

    @Test
    void aFileThatIsNoFilmIsRefusedAndLosesNothing() {
        Generation clip = needingAttention();

        String page = text(upload(clip).multiPart("film", "film.mp4", "<html>".getBytes(), "video/mp4")
                .post(path(clip, "film")).then().statusCode(422).extract().asString());

        assertThat(page).contains("MP4").contains(WHY);
        assertThat(text(upload(clip).post(path(clip, "film")).then().statusCode(422).extract().asString()))
                .contains("Choose the film's file, an MP4.").contains(WHY);
        assertThat(studio.now(clip).state).isEqualTo(State.NEEDS_ATTENTION);
        assertThat(credits()).isEqualTo("98 available, 2 held, 0 spent");
    }

    @ParameterizedTest
    @CsvSource({ "short, BILLED, Say why", "The provider says it never came,, Say whether the provider bills it" })
    void whatIsMissingIsAskedForAndWhatWasTypedIsKept(String reason, String billing, String asked) {
        Generation clip = unknown();
        RequestSpecification form = form(clip).formParam("reason", reason);

        String page = text(send(clip, "release", billing == null ? form : form.formParam("billing", billing)).statusCode(422)
                .extract().asString());

        assertThat(page).contains(asked).contains(reason);
        assertThat(studio.now(clip).state).isEqualTo(State.UNKNOWN);
    }

    @Test
    void aReasonFarTooLongIsRefused() {
        Generation clip = needingAttention();

        send(clip, "delivery", form(clip).formParam("reason", "x".repeat(501))).statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = { "release", "loss", "retry" })
    void whoComesTooLateIsToldSo(String slug) {
        Generation clip = unknown();
        RequestSpecification late = form(clip).formParam("reason", WHY).formParam("billing", "BILLED");
        later();
        clock.advance(Duration.ofDays(2));
        studio.reconcile();
        assertThat(studio.now(clip).state).isEqualTo(State.FAILED);

        String page = text(send(clip, slug, late).statusCode(422).extract().asString());

        assertThat(page).contains("The clip has moved on meanwhile. Nothing was changed", "You had written: “" + WHY + "”");
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
    }

    @Test
    void aDoubleClickIsOneDecision() {
        Generation clip = unknown();
        String key = UUID.randomUUID().toString();

        for (int click = 0; click < 2; click++) {
            send(clip, "retry", form(clip, key).formParam("reason", WHY)).statusCode(303);
        }

        assertThat(sql.all("SELECT 1 FROM generation_intervention WHERE generation = ?", row -> true, clip.id)).hasSize(1);
        assertThat(notices.of(ben.id())).hasSize(1);
    }

    @Test
    void aFormThatIsNotOursChangesNothing() {
        Generation clip = unknown();

        String page = text(send(clip, "retry", form(clip, "nonsense").formParam("reason", WHY)).statusCode(422).extract()
                .asString());

        assertThat(page).contains("This form was not complete", WHY);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        given().get("/admin/jobs/" + UUID.randomUUID()).then().statusCode(404);
        Generation clip = unknown();
        form(clip).formParam("reason", WHY).post("/admin/jobs/" + UUID.randomUUID() + "/interventions/retry").then()
                .statusCode(404);
    }

    @Test
    @TestSecurity(user = "ben", roles = "user")
    void toOthersThereIsNoSuchPage() {
        Generation clip = unknown();

        given().get("/admin/jobs/" + clip.id).then().statusCode(404);
        send(clip, "release", form(clip).formParam("reason", WHY).formParam("billing", "BILLED")).statusCode(404);

        assertThat(studio.now(clip).state).isEqualTo(State.UNKNOWN);
    }

    private RequestSpecification form(Generation clip) {
        return form(clip, UUID.randomUUID().toString());
    }

    private RequestSpecification form(Generation clip, String key) {
        String token = token();
        return given().redirects().follow(false).cookie("csrf-token", token).formParam("csrf-token", token)
                .formParam("key", key).formParam("seen", studio.now(clip).state);
    }

    private RequestSpecification upload(Generation clip) {
        String token = token();
        return given().redirects().follow(false).cookie("csrf-token", token).multiPart("csrf-token", token)
                .multiPart("key", UUID.randomUUID().toString()).multiPart("seen", studio.now(clip).state.name())
                .multiPart("reason", WHY);
    }

    private static ValidatableResponse send(Generation clip, String slug, RequestSpecification form) {
        return form.post(path(clip, slug)).then();
    }

    private static String path(Generation clip, String slug) {
        return "/admin/jobs/" + clip.id + "/interventions/" + slug;
    }

    private String audit() {
        return sql.one("""
                SELECT concat_ws(' | ', action, before, after, reason) FROM audit_entry WHERE subject = ?
                ORDER BY at DESC, id DESC LIMIT 1""", row -> row.getString(1), ben.id());
    }

    private String told() {
        return notices.of(ben.id()).stream().findFirst().map(notice -> notice.title() + ": " + notice.text()).orElse("");
    }

    private static String page(Generation clip) {
        return text(given().get("/admin/jobs/" + clip.id).then().statusCode(200).extract().asString());
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", " ").replace("&#39;", "'").replaceAll("\\s+", " ");
    }

    private static String token() {
        return given().redirects().follow(false).get("/").cookie("csrf-token");
    }
}
