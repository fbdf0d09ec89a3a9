package app.inbetween.provider.fal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import app.inbetween.provider.RateLimit;
import app.inbetween.provider.WrittenConfig;

class FalConfigTest {

    @Test
    void aKeyIsAllItNeeds() {
        FalConfig config = config(Map.of("inbetween.provider.fal.api-key", "id:secret"));

        assertThat(config.apiKey()).contains("id:secret");
        assertThat(config.enabled()).isTrue();
        assertThat(config.baseUrl()).isEmpty();
        assertThat(config.maxConcurrent()).isEqualTo(2);
        assertThat(config.pollEvery()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.patience()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.resultHosts()).containsExactly("*.fal.media");
        assertThat(config.submits()).isEmpty();
    }

    @Test
    void whatIsSetToNothingIsNotSet() {
        FalConfig config = config(Map.of("inbetween.provider.fal.api-key", "", "inbetween.provider.fal.base-url", "",
                "inbetween.provider.fal.submits", ""));

        assertThat(config.apiKey()).isEmpty();
        assertThat(config.baseUrl()).isEmpty();
        assertThat(config.submits()).isEmpty();
    }

    @Test
    void ratesAreReadAsTheyAreWritten() {
        FalConfig config = config(Map.of("inbetween.provider.fal.queries", "20/1s"));

        assertThat(config.queries()).contains(new RateLimit(20, Duration.ofSeconds(1)));
    }

    @Test
    void eachPathHasItsHost() {
        FalHosts hosts = new FalHosts(Optional.empty());

        assertThat(hosts.queue("/fal-ai/a")).hasToString("https://queue.fal.run/fal-ai/a");
        assertThat(hosts.rest("/b")).hasToString("https://rest.fal.ai/b");
        assertThat(hosts.platform("/v1/c")).hasToString("https://api.fal.ai/v1/c");
    }

    @Test
    void oneAddressMayStandForAllHosts() {
        FalHosts hosts = new FalHosts(Optional.of(URI.create("http://localhost:9090/")));

        assertThat(hosts.queue("/fal-ai/a")).hasToString("http://localhost:9090/fal-ai/a");
        assertThat(hosts.rest("/b")).hasToString("http://localhost:9090/b");
        assertThat(hosts.platform("/v1/c")).hasToString("http://localhost:9090/v1/c");
    }

    @Test
    void aRequestIsKnownByOwnerAndApp() {
        assertThat(FalRequest.of("fal-ai/kling-video/v3/pro/image-to-video", "r1").path())
                .isEqualTo("/fal-ai/kling-video/requests/r1");
        assertThat(FalRequest.of("fal-ai/wan-flf2v", "r1").path()).isEqualTo("/fal-ai/wan-flf2v/requests/r1");
        assertThat(FalRequest.of("workflows/ada/flow/v2", "r1").path()).isEqualTo("/workflows/ada/flow/requests/r1");
    }

    private static FalConfig config(Map<String, String> values) {
        return WrittenConfig.read(FalConfig.class, values);
    }
}
