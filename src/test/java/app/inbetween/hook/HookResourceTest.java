package app.inbetween.hook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.database.Sql;
import app.inbetween.generation.Generation;
import app.inbetween.generation.OpenStudio;
import app.inbetween.generation.SignedHooks;
import app.inbetween.generation.State;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.Submission;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** A provider that signs tells of its jobs; so do others, who do not know its secret. */
@QuarkusTest
class HookResourceTest extends OpenStudio {

    @Inject
    Clerk clerk;
    @Inject
    Inbox inbox;
    @Inject
    Sql sql;
    @TestHTTPResource("/")
    URI here;

    private final SignedHooks hooks = new SignedHooks("a secret of the provider's");
    private String news;

    @BeforeEach
    void setUpWebhooks() {
        provider.webhooks = Optional.of(hooks);
        news = UUID.randomUUID().toString();
    }

    @Test
    void newsIsAnsweredBeforeItIsDealtWith() {
        Generation clip = running();
        Instant due = studio.now(clip).dueAt;

        tell(token(clip), remoteId(clip)).statusCode(200).body(emptyString());

        assertThat(studio.now(clip).dueAt).isEqualTo(due);
        clerk.processAll();
        studio.poll();
        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void aLostSubmissionIsFoundByTheTokenInItsAddress() {
        Generation clip = unknown();

        tell(token(clip), "job-" + news).statusCode(200);
        clerk.processAll();
        studio.poll();

        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
        assertThat(studio.videosOf(clip)).isOne();
        assertThat(credits()).isEqualTo("98 available, 0 held, 2 spent");
    }

    @Test
    void theSameNewsIsTakenInOnce() {
        Generation clip = running();

        for (int i = 0; i < 3; i++) {
            tell(token(clip), remoteId(clip)).statusCode(200);
            clerk.processAll();
            studio.poll();
        }

        assertThat(kept()).isOne();
        assertThat(studio.videosOf(clip)).isOne();
        assertThat(credits()).isEqualTo("98 available, 0 held, 2 spent");
    }

    @Test
    void newsThatOvertakesTheAnswerToTheSubmissionWaitsForIt() {
        Generation clip = studio.asks(ben);
        provider.onSubmit = request -> {
            tell(request.attemptToken(), "job-" + news).statusCode(200);
            clerk.processAll();
            return new Submission.Accepted("job-" + news);
        };
        studio.dispatch();
        assertThat(inbox.waitingFor(clip.id)).hasSize(1);

        clerk.processAll();
        studio.poll();

        assertThat(inbox.waitingFor(clip.id)).isEmpty();
        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void newsOfNothingWeKnowIsTakenAndChangesNothing() {
        tell("no-such-attempt", "no-such-job").statusCode(200);

        clerk.processAll();

        assertThat(inbox.unprocessed()).isEmpty();
    }

    @Test
    void aForgeryLearnsNothing() {
        Generation clip = running();
        byte[] body = remoteId(clip).getBytes(StandardCharsets.UTF_8);
        Map<String, String> forged = new SignedHooks("a guess").headers(news, clock.instant(), body);

        for (String token : new String[] { token(clip), "no-such-attempt" }) {
            given().headers(forged).body(body).post("/hooks/scripted/" + token).then().statusCode(401).body(emptyString());
        }

        given().body(body).post("/hooks/scripted/" + token(clip)).then().statusCode(401).body(emptyString());
        assertThat(kept()).isZero();
    }

    @Test
    void whatWasSignedForAnotherBodyOrAnotherTimeIsRefused() {
        Generation clip = running();
        byte[] body = remoteId(clip).getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = hooks.headers(news, clock.instant(), body);
        Map<String, String> old = hooks.headers(news, clock.instant().minus(Duration.ofMinutes(6)), body);

        given().headers(headers).body("job-other").post("/hooks/scripted/" + token(clip)).then().statusCode(401);
        given().headers(old).body(body).post("/hooks/scripted/" + token(clip)).then().statusCode(401);
        assertThat(kept()).isZero();
    }

    @Test
    void theBytesArriveAsTheyWereSigned() throws IOException, InterruptedException {
        byte[] body = "{\"ä\":\r\n \"%41+b\"}".getBytes(StandardCharsets.UTF_8);

        for (String type : List.of("application/json; charset=ISO-8859-1", "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x", "nonsense")) {
            HttpRequest.Builder request = HttpRequest.newBuilder(here.resolve("/hooks/scripted/any"))
                    .header("Content-Type", type).POST(BodyPublishers.ofByteArray(body));
            hooks.headers(news + type.length(), clock.instant(), body).forEach(request::header);

            assertThat(HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding()).statusCode()).as(type)
                    .isEqualTo(200);
        }
    }

    @Test
    void nobodyTellsOfProvidersThatDoNot() {
        provider.webhooks = Optional.empty();

        tell("any", "job").statusCode(404);
        given().body("x").post("/hooks/nobody/any").then().statusCode(404);
        given().body("x").post("/hooks/local/any").then().statusCode(404);
    }

    @Test
    void whatCannotBeProvenJustNowIsToBeSentAgain() {
        provider.webhooks = Optional.of(delivery -> {
            throw new ProviderUnavailableException("The keys cannot be had");
        });

        tell("any", "job").statusCode(503);
        assertThat(kept()).isZero();
    }

    @Test
    void aQuarterOfAMegabyteIsTakenAndNoMore() throws IOException {
        tell("any", "x".repeat(HookResource.LONGEST_BODY)).statusCode(200);

        assertThat(answer("Content-Length: " + (HookResource.LONGEST_BODY + 1), "")).startsWith("HTTP/1.1 413");
        assertThat(answer("Content-Length: 1000000000", "")).startsWith("HTTP/1.1 413");
        String chunk = Integer.toHexString(HookResource.LONGEST_BODY + 1) + "\r\n" + "x".repeat(HookResource.LONGEST_BODY + 1);
        assertThat(answer("Transfer-Encoding: chunked", chunk)).startsWith("HTTP/1.1 413");
    }

    @Test
    void oldNewsIsForgotten() {
        tell("any", "job").statusCode(200);

        clerk.sweep();
        assertThat(kept()).isOne();
        clock.advance(Duration.ofDays(8));
        clerk.sweep();

        assertThat(kept()).isZero();
    }

    private ValidatableResponse tell(String token, String remoteId) {
        byte[] body = remoteId.getBytes(StandardCharsets.UTF_8);
        return given().headers(hooks.headers(news, clock.instant(), body)).header("Content-Type", "application/json").body(body)
                .post("/hooks/scripted/" + token).then();
    }

    /** The first line of what comes back while the body is still on its way. */
    private String answer(String header, String beginning) throws IOException {
        try (Socket socket = new Socket(here.getHost(), here.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /hooks/scripted/any HTTP/1.1\r\nHost: here\r\n" + header + "\r\n\r\n" + beginning)
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
        }
    }

    private int kept() {
        return sql.one("SELECT count(*) FROM hook WHERE hint_id = ?", row -> row.getInt(1), news);
    }

    private String token(Generation clip) {
        return studio.now(clip).attempt.attemptToken;
    }

    private String remoteId(Generation clip) {
        return studio.now(clip).attempt.remoteId;
    }
}
