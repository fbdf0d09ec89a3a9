package app.inbetween.provider.kolbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.inbetween.provider.RateLimit;
import app.inbetween.provider.RemoteJob;
import app.inbetween.provider.ResultLostException;
import app.inbetween.provider.VideoProvider;
import app.inbetween.provider.WrittenConfig;

class KolboConfigTest {

    private static final RemoteJob JOB = new RemoteJob(UUID.randomUUID(), "kolbo/any", "job");

    @TempDir
    Path films;

    @Test
    void keepsToTheLimitsThatAreDocumented() {
        VideoProvider provider = provider(Map.of());

        assertThat(provider.submitLimit()).contains(new RateLimit(10, Duration.ofMinutes(1)));
        assertThat(provider.queryLimit()).contains(new RateLimit(300, Duration.ofMinutes(1)));
        assertThat(provider.maxConcurrent()).isEqualTo(5);
        assertThat(provider.pace()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void anAccountThatMayDoMoreDoesMore() {
        VideoProvider provider = provider(Map.of("submits", "50/10s", "queries", "7/1s", "max-concurrent", "9"));

        assertThat(provider.submitLimit()).contains(new RateLimit(50, Duration.ofSeconds(10)));
        assertThat(provider.queryLimit()).contains(new RateLimit(7, Duration.ofSeconds(1)));
        assertThat(provider.maxConcurrent()).isEqualTo(9);
    }

    /** Only what an operator has named may lie where nobody looks: Kolbo's own host is looked at as any other. */
    @Test
    void whereNoAddressIsSetNoHostIsTrustedUnseen() {
        VideoProvider provider = provider(Map.of("result-hosts", "films.example"));

        assertThatThrownBy(() -> provider.fetch(JOB, "https://api.kolbo.ai/film.mp4", films.resolve("film.mp4")))
                .isInstanceOf(ResultLostException.class).hasMessageContaining("not among those that are allowed");
    }

    private static VideoProvider provider(Map<String, String> settings) {
        return KolboSettings.provider(WrittenConfig.withKey(KolboConfig.class, "kolbo", settings), Clock.systemUTC());
    }
}
