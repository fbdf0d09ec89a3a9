package app.inbetween.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** A studio that is started with every variable of every provider there, and none filled in. */
@QuarkusTest
@TestProfile(EmptyIsNotSetTest.NothingFilledIn.class)
class EmptyIsNotSetTest {

    private static final Map<String, String> KEYS = Map.of(
            "wavespeed",
            "enabled api-key base-url webhook-secret max-concurrent patience poll-every submits queries result-hosts",
            "fal", "enabled api-key base-url max-concurrent patience poll-every submits queries result-hosts",
            "dashscope", "enabled api-key base-url upload max-concurrent patience poll-every submits queries result-hosts",
            "kolbo", "enabled api-key base-url max-concurrent patience poll-every submits queries result-hosts models-for "
                    + "models-patience dollars-per-credit",
            "comfyui", "enabled base-url header-name header-value max-concurrent patience poll-every",
            "local", "enabled max-concurrent silence keep");

    @Inject
    ModelCatalog catalog;

    public static class NothingFilledIn implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return KEYS.entrySet().stream()
                    .flatMap(it -> Stream.of(it.getValue().split(" "))
                            .map(key -> "inbetween.provider." + it.getKey() + "." + key))
                    .collect(Collectors.toMap(name -> name, name -> ""));
        }
    }

    @ParameterizedTest
    @CsvSource({ "wavespeed, 3, 2", "fal, 2, 2", "dashscope, 2, 15", "kolbo, 5, 8", "comfyui, 1, 2" })
    void whatIsUsualHolds(String name, int maxConcurrent, int pace) {
        VideoProvider provider = catalog.provider(name).orElseThrow();

        assertThat(provider.isConfigured()).isFalse();
        assertThat(provider.maxConcurrent()).isEqualTo(maxConcurrent);
        assertThat(provider.pace()).isEqualTo(Duration.ofSeconds(pace));
    }

    @Test
    void theRendererThatNeedsNothingIsThere() {
        assertThat(catalog.provider("local").orElseThrow().models()).isNotEmpty();
    }
}
