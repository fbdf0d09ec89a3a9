package app.inbetween.generation.show;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.account.People;
import app.inbetween.database.Sql;
import app.inbetween.generation.Generation;
import app.inbetween.generation.Studio;
import app.inbetween.generation.Video;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** A film over HTTP, as a player asks for it, and as somebody asks whom it does not belong to. */
@QuarkusTest
class VideoResourceTest {

    private static final String OWNER = "video ben";

    private static Video film;

    @Inject
    Studio studio;
    @Inject
    People people;
    @Inject
    Sql sql;

    @BeforeEach
    void benHasAFilm() {
        if (film == null) {
            Generation clip = studio.asksForLocalClip(studio.equipped(people.signedInAs(OWNER).id));
            await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(200)).until(() -> {
                studio.dispatch();
                studio.poll();
                return studio.videosOf(clip) == 1;
            });
            film = QuarkusTransaction.requiringNew().call(() -> Video.of(clip).orElseThrow());
        }
    }

    @Test
    @TestSecurity(user = OWNER)
    void theWholeFilmCanBeHadAndKept() {
        byte[] whole = given().get(file()).then().statusCode(200).contentType("video/mp4").header("Accept-Ranges", "bytes")
                .header("Content-Length", String.valueOf(film.bytes)).extract().asByteArray();

        assertThat(new String(whole, 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
        given().queryParam("download", "").get(file()).then().statusCode(200).header("Content-Disposition",
                containsString("Crossfade.mp4"));
        given().get("/videos/" + film.id + "/poster").then().statusCode(200).contentType("image/jpeg");
        given().get("/videos/" + film.id + "/preview").then().statusCode(200).contentType("video/mp4");
    }

    @Test
    @TestSecurity(user = OWNER)
    void untilThereIsAPosterTheFirstFrameStandsForTheFilm() {
        sql.run("""
                UPDATE video SET poster_key = NULL, preview_key = NULL, first_similarity = NULL, last_similarity = NULL,
                  finish_due_at = timestamptz '2020-01-01' WHERE id = ?""", film.id);

        given().redirects().follow(false).get("/videos/" + film.id + "/poster").then().statusCode(302)
                .header("Location", endsWith("/thumbnail")).header("Cache-Control", containsString("no-store"));
        given().get("/videos/" + film.id + "/poster").then().statusCode(200);
        given().get("/videos/" + film.id + "/preview").then().statusCode(404);
        given().get("/generations/" + film.generation.id).then().statusCode(200)
                .body(containsString("Being measured."));
        studio.finish();
        given().redirects().follow(false).get("/videos/" + film.id + "/poster").then().statusCode(200);
        given().get("/generations/" + film.generation.id).then().statusCode(200)
                .body(not(containsString("Being measured.")), containsString("Structure of the last frame"));
    }

    @Test
    @TestSecurity(user = OWNER)
    void aPlayerIsGivenThePartsItAsksFor() {
        byte[] whole = given().get(file()).asByteArray();
        long end = film.bytes - 1;

        part("bytes=0-99", "bytes 0-99/" + film.bytes, whole, 0, 100);
        part("bytes=100-", "bytes 100-" + end + "/" + film.bytes, whole, 100, whole.length);
        part("bytes=-50", "bytes " + (film.bytes - 50) + "-" + end + "/" + film.bytes, whole, whole.length - 50, whole.length);
        part("bytes=0-", "bytes 0-" + end + "/" + film.bytes, whole, 0, whole.length);
        given().header("Range", "bytes=" + film.bytes + "-").get(file()).then().statusCode(416)
                .header("Content-Range", "bytes */" + film.bytes);
    }

    @Test
    @TestSecurity(user = OWNER)
    void headTellsWhatThereIsAndSendsNothing() {
        given().header("Range", "bytes=0-99").head(file()).then().statusCode(200)
                .header("Content-Length", String.valueOf(film.bytes)).header("Accept-Ranges", "bytes");
    }

    @Test
    @TestSecurity(user = OWNER)
    void aPartCountsOnlyOfTheFilmItBelongsTo() {
        String etag = given().head(file()).header("ETag");

        given().header("Range", "bytes=0-99").header("If-Range", etag).get(file()).then().statusCode(206);
        given().header("Range", "bytes=0-99").header("If-Range", "\"other\"").get(file()).then().statusCode(200)
                .header("Content-Length", String.valueOf(film.bytes));
        given().header("If-None-Match", etag).get(file()).then().statusCode(304);
    }

    @Test
    @TestSecurity(user = "video cleo")
    void whatIsSomebodyElsesIsNotThere() {
        UUID clip = film.generation.id;
        for (String path : new String[] { file(), "/videos/" + film.id + "/poster", "/videos/" + film.id + "/preview",
                "/generations/" + clip, "/generations/" + clip + "/status", "/frames/" + frame() + "/file",
                "/frames/" + frame() + "/thumbnail" }) {
            given().get(path).then().statusCode(404);
            given().head(path).then().statusCode(404);
        }
        String token = token();
        for (String path : new String[] { "/generations/" + clip + "/cancellation", "/generations/" + clip + "/retry",
                "/create/reuse/" + clip, "/create/continue/" + clip }) {
            given().cookie("csrf-token", token).formParam("csrf-token", token).post(path).then().statusCode(404);
        }
        given().get("/gallery").then().body(not(containsString(clip.toString())));
    }

    @Test
    void whoIsNotSignedInIsAskedToSignIn() {
        given().redirects().follow(false).get(file()).then().statusCode(302);
    }

    private static void part(String range, String contentRange, byte[] whole, int from, int to) {
        byte[] part = given().header("Range", range).get(file()).then().statusCode(206).header("Content-Range", contentRange)
                .header("Content-Length", String.valueOf(to - from)).extract().asByteArray();
        assertThat(part).isEqualTo(Arrays.copyOfRange(whole, from, to));
    }

    private static String file() {
        return "/videos/" + film.id + "/file";
    }

    private static UUID frame() {
        return QuarkusTransaction.requiringNew().call(() -> Generation.<Generation> findById(film.generation.id).firstFrame);
    }

    private static String token() {
        return given().redirects().follow(false).get("/").cookie("csrf-token");
    }
}
