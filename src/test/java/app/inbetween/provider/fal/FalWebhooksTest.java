package app.inbetween.provider.fal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.net.httpserver.HttpServer;

import app.inbetween.provider.ForgedWebhookException;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.Webhooks;

/** The vector was made from the documented algorithm with the first key of RFC 8032. */
class FalWebhooksTest {

    private static final Instant SENT = Instant.ofEpochSecond(1760000000);
    private static final String KEY = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    private static final String STRANGER = "PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw";
    private static final String BODY = "{\"request_id\":\"r1\",\"gateway_request_id\":\"r1\",\"status\":\"OK\",\"payload\":"
            + "{\"video\":{\"url\":\"https://v3.fal.media/files/x/a.mp4\"}}}";
    private static final String SIGNATURE = "5f198ccef2a9eb3ac98adf0c6f2e251086e64b534c5ac9cabf2eb9fc0fab1939"
            + "25dccbf58042635d9ef2e7b6e74f9bbc716afd9d15fb65ff0b653a76a3660a01";

    private final Hands clock = new Hands();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile String published = keys(KEY);
    private HttpServer fal;
    private Webhooks webhooks;

    /** A clock that is turned by hand. */
    private static final class Hands extends Clock {

        private Instant now = SENT;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void start() throws IOException {
        fal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        fal.createContext("/.well-known/jwks.json", exchange -> {
            asked.incrementAndGet();
            byte[] body = published.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(published.isEmpty() ? 503 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        fal.start();
        URI origin = URI.create("http://localhost:" + fal.getAddress().getPort());
        webhooks = FalSetup.provider(origin, "id:secret", clock).webhooks().orElseThrow();
    }

    @AfterEach
    void stop() {
        fal.stop(0);
    }

    @Test
    void theVectorIsGenuine() {
        Webhooks.Hint hint = webhooks.verify(delivery(Map.of(), BODY));

        assertThat(hint).isEqualTo(new Webhooks.Hint("r1:OK", "r1"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "x-fal-webhook-request-id", "x-fal-webhook-user-id", "x-fal-webhook-timestamp",
            "x-fal-webhook-signature" })
    void aHeaderThatIsMissingOrAnotherIsForged(String name) {
        assertForged(delivery(Map.of(name, ""), BODY));
        assertForged(delivery(Map.of(name, "1760000001"), BODY));
    }

    @Test
    void anotherBodyIsForged() {
        assertForged(delivery(Map.of(), BODY + " "));
    }

    @Test
    void anAddedZeroByteOrCutSignatureIsForged() {
        assertForged(delivery(Map.of("x-fal-webhook-signature", SIGNATURE + "00"), BODY));
        assertForged(delivery(Map.of("x-fal-webhook-signature", SIGNATURE.substring(2)), BODY));
        assertForged(delivery(Map.of("x-fal-webhook-signature", "not hexadecimal"), BODY));
    }

    @ParameterizedTest
    @ValueSource(longs = { -300, 0, 300 })
    void fiveMinutesEitherWayAreFine(long seconds) {
        clock.now = SENT.plusSeconds(seconds);

        assertThat(webhooks.verify(delivery(Map.of(), BODY)).remoteId()).isEqualTo("r1");
    }

    @ParameterizedTest
    @ValueSource(longs = { -301, 301 })
    void moreIsTooMuch(long seconds) {
        clock.now = SENT.plusSeconds(seconds);

        assertForged(delivery(Map.of(), BODY));
        assertThat(asked).as("nobody need be asked about it").hasValue(0);
    }

    @Test
    void everyKeyIsTried() {
        published = "{\"keys\":[{\"kty\":\"RSA\",\"n\":\"x\"},{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"short\"},"
                + keys(STRANGER, KEY).substring(9);

        assertThat(webhooks.verify(delivery(Map.of(), BODY)).remoteId()).isEqualTo("r1");
    }

    @Test
    void theKeysAreKeptForADay() {
        webhooks.verify(delivery(Map.of(), BODY));
        webhooks.verify(delivery(Map.of(), BODY));

        assertThat(asked).hasValue(1);
    }

    @Test
    void keysOfYesterdayAreAskedForAgain() {
        FalKeys keys = new FalKeys(FalSetup.client(URI.create("http://localhost:" + fal.getAddress().getPort()), "k", clock),
                clock);
        keys.anyFits(key -> true);
        clock.now = SENT.plus(Duration.ofHours(24));

        keys.anyFits(key -> true);

        assertThat(asked).hasValue(2);
    }

    @Test
    void aNewKeyIsLearntWhenNoneFits() {
        published = keys(STRANGER);
        assertForged(delivery(Map.of(), BODY));
        published = keys(KEY);
        clock.now = SENT.plusSeconds(60);

        assertThat(webhooks.verify(delivery(Map.of(), BODY)).remoteId()).isEqualTo("r1");
        assertThat(asked).hasValue(2);
    }

    @Test
    void forgersHaveFalAskedOnceAMinuteAtMost() {
        published = keys(STRANGER);
        for (int second = 0; second < 60; second++) {
            clock.now = SENT.plusSeconds(second);
            assertForged(delivery(Map.of(), BODY));
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void withoutKeysNobodyCanTell() {
        published = "";

        assertThatThrownBy(() -> webhooks.verify(delivery(Map.of(), BODY))).isInstanceOf(ProviderUnavailableException.class);
        assertThatThrownBy(() -> webhooks.verify(delivery(Map.of(), BODY))).isInstanceOf(ProviderUnavailableException.class);
        assertThat(asked).hasValue(1);
    }

    private void assertForged(Webhooks.Delivery delivery) {
        assertThatThrownBy(() -> webhooks.verify(delivery)).isInstanceOf(ForgedWebhookException.class);
    }

    private Webhooks.Delivery delivery(Map<String, String> other, String body) {
        Map<String, String> headers = new HashMap<>(Map.of("x-fal-webhook-request-id", "r1", "x-fal-webhook-user-id", "u1",
                "x-fal-webhook-timestamp", "1760000000", "x-fal-webhook-signature", SIGNATURE));
        headers.putAll(other);
        return new Webhooks.Delivery(headers, body.getBytes(StandardCharsets.UTF_8), clock.now);
    }

    private static String keys(String... raw) {
        StringBuilder keys = new StringBuilder();
        for (String x : raw) {
            keys.append(keys.isEmpty() ? "" : ",").append("{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + x + "\"}");
        }
        return "{\"keys\":[" + keys + "]}";
    }
}
