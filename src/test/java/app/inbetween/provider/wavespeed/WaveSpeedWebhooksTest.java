package app.inbetween.provider.wavespeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import app.inbetween.SettableClock;
import app.inbetween.fakes.FakeWaveSpeed;
import app.inbetween.provider.ForgedWebhookException;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.Webhooks;
import app.inbetween.provider.Webhooks.Delivery;
import app.inbetween.provider.Webhooks.Hint;
import app.inbetween.provider.wire.Wire;
import io.vertx.core.Vertx;

class WaveSpeedWebhooksTest {

    private static final String SECRET = "whsec_dGVzdC1zZWNyZXQ=";
    private static final String ROTATED = "whsec_YW5vdGhlci1vbmU=";
    private static final Instant SENT = Instant.ofEpochSecond(1760000000);
    private static final String BODY = "{\"id\":\"p1\",\"status\":\"completed\"}";
    private static final String SIGNATURE = "v3,e58fb530a2106b1c649281798fb3559447c3e4d728b0cc061a0f0ccd9588a8f4";

    private final Webhooks webhooks = new WaveSpeedWebhooks(it -> it.test(SECRET));

    @Test
    void theVectorIsVerified() {
        Hint hint = webhooks.verify(delivery(Map.of(), BODY, SENT));

        assertThat(hint).isEqualTo(new Hint("wh_0001", "p1"));
    }

    @Test
    void aSecretWithoutItsPrefixIsTheSame() {
        Webhooks bare = new WaveSpeedWebhooks(it -> it.test(SECRET.substring("whsec_".length())));

        assertThat(bare.verify(delivery(Map.of(), BODY, SENT)).remoteId()).isEqualTo("p1");
    }

    @ParameterizedTest
    @ValueSource(longs = { -300, -1, 0, 299, 300 })
    void fiveMinutesOfDifferenceAreTolerated(long seconds) {
        assertThat(webhooks.verify(delivery(Map.of(), BODY, SENT.plusSeconds(seconds))).id()).isEqualTo("wh_0001");
    }

    @ParameterizedTest
    @ValueSource(longs = { -301, 301, 86400 })
    void moreIsNot(long seconds) {
        assertForged(delivery(Map.of(), BODY, SENT.plusSeconds(seconds)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", value = {
            "webhook-signature | ''",
            "webhook-signature | e58fb530a2106b1c649281798fb3559447c3e4d728b0cc061a0f0ccd9588a8f4",
            "webhook-signature | v1,e58fb530a2106b1c649281798fb3559447c3e4d728b0cc061a0f0ccd9588a8f4",
            "webhook-signature | v3,e58fb530a2106b1c649281798fb3559447c3e4d728b0cc061a0f0ccd9588a8f4,",
            "webhook-signature | v3,e58fb530a2106b1c649281798fb3559447c3e4d728b0cc061a0f0ccd9588a8f5",
            "webhook-signature | v3,E58FB530A2106B1C649281798FB3559447C3E4D728B0CC061A0F0CCD9588A8F4",
            "webhook-signature | v3,",
            "webhook-id | wh_0002",
            "webhook-id | ''",
            "webhook-timestamp | 1760000001",
            "webhook-timestamp | soon",
            "webhook-timestamp | ''" })
    void whatWasTamperedWithIsForged(String header, String value) {
        assertForged(delivery(Map.of(header, value), BODY, SENT));
    }

    @Test
    void anotherBodyIsForged() {
        assertForged(delivery(Map.of(), BODY.replace("p1", "p2"), SENT));
        assertForged(delivery(Map.of(), BODY + " ", SENT));
    }

    @ParameterizedTest
    @ValueSource(strings = { "not json", "[]", "{}", "{\"id\":\"../balance\"}", "" })
    void whatIsSignedButTellsOfNoTaskIsForged(String body) {
        assertForged(delivery(Map.of("webhook-signature", signature(SECRET, body)), body, SENT));
    }

    @Test
    void withoutAConfiguredSecretTheProviderIsAskedOnce() {
        withFake((fake, client) -> {
            Webhooks asking = new WaveSpeedWebhooks(new WebhookSecret(Optional.empty(), client));

            asking.verify(delivery(Map.of(), BODY, SENT));
            asking.verify(delivery(Map.of(), BODY, SENT));

            assertThat(fake.log()).containsExactly("GET /api/v3/webhook/secret");
        });
    }

    @Test
    void aSecretThatCannotBeHadIsNotAskedForAllTheTime() {
        withFake((fake, client) -> {
            Webhooks asking = new WaveSpeedWebhooks(new WebhookSecret(Optional.empty(), client));
            fake.close();

            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> asking.verify(delivery(Map.of(), BODY, SENT)))
                        .isInstanceOf(ProviderUnavailableException.class);
            }
            assertThatThrownBy(() -> asking.verify(delivery(Map.of(), BODY, SENT)))
                    .hasMessage("WaveSpeed's webhook secret could not be had a moment ago");
        });
    }

    @Test
    void aSecretThatWasReplacedIsLearntWithinAMinute() {
        SettableClock clock = new SettableClock();
        clock.set(SENT);
        withFake(clock, (fake, client) -> {
            Webhooks asking = new WaveSpeedWebhooks(new WebhookSecret(Optional.empty(), client));
            asking.verify(delivery(Map.of(), BODY, SENT));
            fake.rotateSecret(ROTATED);
            Delivery signedAnew = delivery(Map.of("webhook-signature", signature(ROTATED)), BODY, SENT);

            assertThatThrownBy(() -> asking.verify(signedAnew)).isInstanceOf(ForgedWebhookException.class);
            clock.advance(Duration.ofMinutes(1));

            assertThat(asking.verify(signedAnew).remoteId()).isEqualTo("p1");
            assertThatThrownBy(() -> asking.verify(delivery(Map.of(), BODY, SENT)))
                    .isInstanceOf(ForgedWebhookException.class);
            assertThat(fake.log()).as("once a minute at most").hasSize(2);
        });
    }

    @Test
    void aConfiguredSecretIsNeverAskedFor() {
        withFake((fake, client) -> {
            Webhooks set = new WaveSpeedWebhooks(new WebhookSecret(Optional.of(ROTATED), client));

            assertThatThrownBy(() -> set.verify(delivery(Map.of(), BODY, SENT))).isInstanceOf(ForgedWebhookException.class);

            assertThat(fake.log()).isEmpty();
        });
    }

    @Test
    void aForgeryThatIsSeenAtOnceAsksForNoSecret() {
        withFake((fake, client) -> {
            Webhooks asking = new WaveSpeedWebhooks(new WebhookSecret(Optional.empty(), client));

            assertThatThrownBy(() -> asking.verify(delivery(Map.of("webhook-signature", "v1,00"), BODY, SENT)))
                    .isInstanceOf(ForgedWebhookException.class);

            assertThat(fake.log()).isEmpty();
        });
    }

    private void assertForged(Delivery delivery) {
        assertThatThrownBy(() -> webhooks.verify(delivery)).isInstanceOf(ForgedWebhookException.class)
                .hasMessageNotContaining("dGVzdC1zZWNyZXQ");
    }

    private static String signature(String secret) {
        return signature(secret, BODY);
    }

    private static String signature(String secret, String body) {
        return "v3," + WaveSpeedWebhooks.sign(secret, "wh_0001", "1760000000", body.getBytes(StandardCharsets.UTF_8));
    }

    private interface Errand {
        void run(FakeWaveSpeed fake, WaveSpeedClient client);
    }

    private static void withFake(Errand errand) {
        withFake(Clock.fixed(SENT, ZoneOffset.UTC), errand);
    }

    private static void withFake(Clock clock, Errand errand) {
        Vertx vertx = Vertx.vertx();
        try (FakeWaveSpeed fake = new FakeWaveSpeed(0)) {
            errand.run(fake, new WaveSpeedClient(new Wire(vertx), clock,
                    URI.create(fake.origin() + "/"), FakeWaveSpeed.KEY, Duration.ofSeconds(5)));
        } finally {
            vertx.close();
        }
    }

    private static Delivery delivery(Map<String, String> otherHeaders, String body, Instant receivedAt) {
        Map<String, String> headers = new HashMap<>(Map.of("webhook-id", "wh_0001", "webhook-timestamp", "1760000000",
                "webhook-signature", SIGNATURE, "content-type", "application/json"));
        headers.putAll(otherHeaders);
        return new Delivery(headers, body.getBytes(StandardCharsets.UTF_8), receivedAt);
    }
}
