package app.inbetween.generation.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));

    @Test
    void theLimitDoublesUpToTheMost() {
        assertThat(backoff.limit(0)).isEqualTo(Duration.ofSeconds(2));
        assertThat(backoff.limit(3)).isEqualTo(Duration.ofSeconds(16));
        assertThat(backoff.limit(8)).isEqualTo(Duration.ofMinutes(5));
        assertThat(backoff.limit(1000)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void anyTimeUpToTheLimitIsEquallyLikely() {
        assertThat(backoff.pause(2, 0)).isZero();
        assertThat(backoff.pause(2, 0.5)).isEqualTo(Duration.ofSeconds(4));
        assertThat(backoff.pause(2, 1)).isEqualTo(Duration.ofSeconds(8));
        long[] pauses = LongStream.range(0, 10_000).map(i -> backoff.pause(2).toMillis()).toArray();
        assertThat(LongStream.of(pauses).average().orElseThrow()).isBetween(3_700.0, 4_300.0);
        assertThat(LongStream.of(pauses).filter(pause -> pause < 800).count()).isBetween(800L, 1_200L);
    }
}
