package app.inbetween.provider.wavespeed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import app.inbetween.provider.WrittenConfig;

class WaveSpeedConfigTest {

    private static final String PREFIX = "inbetween.provider.wavespeed.";

    @Test
    void whatIsEmptyCountsAsAbsent() {
        Map<String, String> empty = new HashMap<>();
        Stream.of("api-key", "base-url", "webhook-secret", "max-concurrent", "patience", "poll-every", "submits", "queries",
                "result-hosts").forEach(name -> empty.put(PREFIX + name, ""));

        WaveSpeedConfig config = read(empty);

        assertThat(config.enabled()).isTrue();
        assertThat(config.apiKey()).isEmpty();
        assertThat(config.baseUrl()).isEmpty();
        assertThat(config.webhookSecret()).isEmpty();
        assertThat(config.maxConcurrent()).isEmpty();
        assertThat(config.patience()).isEmpty();
        assertThat(config.pollEvery()).isEmpty();
        assertThat(config.submits()).isEmpty();
        assertThat(config.queries()).isEmpty();
        assertThat(config.resultHosts()).isEmpty();
    }

    @Test
    void whatIsSetIsRead() {
        WaveSpeedConfig config = read(Map.of(PREFIX + "base-url", "http://localhost:8501", PREFIX + "max-concurrent", "100",
                PREFIX + "patience", "700ms", PREFIX + "submits", "60/1m", PREFIX + "result-hosts", "a.test,*.b.test"));

        assertThat(config.baseUrl()).contains(URI.create("http://localhost:8501"));
        assertThat(config.maxConcurrent()).hasValue(100);
        assertThat(config.patience()).contains(Duration.ofMillis(700));
        assertThat(config.submits()).contains("60/1m");
        assertThat(config.resultHosts()).contains(List.of("a.test", "*.b.test"));
    }

    private static WaveSpeedConfig read(Map<String, String> values) {
        return WrittenConfig.read(WaveSpeedConfig.class, values);
    }
}
