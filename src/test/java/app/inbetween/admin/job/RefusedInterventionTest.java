package app.inbetween.admin.job;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import app.inbetween.generation.Generation;
import app.inbetween.generation.State;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.specification.RequestSpecification;

/** A decision that cannot be is refused, and what was typed is not lost. */
@QuarkusTest
@TestSecurity(user = "ada", roles = { "admin", "user" })
class RefusedInterventionTest extends JobDesk {

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
}
