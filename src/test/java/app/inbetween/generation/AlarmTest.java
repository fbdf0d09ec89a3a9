package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlarmTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Alarm alarm = new Alarm();

    @BeforeEach
    void timeStands() {
        alarm.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Test
    void whoeverRestsIsWokenWhenSomebodyRings() {
        CompletableFuture<Void> rest = resting();

        alarm.ring();

        assertThat(rest).succeedsWithin(10, TimeUnit.SECONDS);
    }

    @Test
    void whoRangBeforeTheRestBeganIsHeard() {
        alarm.ring();

        assertThat(resting()).succeedsWithin(10, TimeUnit.SECONDS);
    }

    @Test
    void workThatIsExpectedSoonerEndsTheRest() {
        CompletableFuture<Void> rest = resting();

        alarm.expect(NOW.plus(LONG.multipliedBy(2)));
        alarm.expect(NOW.plusMillis(100));

        assertThat(rest).succeedsWithin(10, TimeUnit.SECONDS);
    }

    @Test
    void whatWasExpectedBeforeTheRestBeganIsNotForgotten() {
        alarm.expect(NOW.plusMillis(100));
        alarm.expect(NOW.plus(LONG));

        assertThat(resting()).succeedsWithin(10, TimeUnit.SECONDS);
    }

    @Test
    void whatIsExpectedInAMomentWaitsForWhatComesWithIt() throws InterruptedException {
        alarm.expect(NOW);
        long begin = System.nanoTime();

        alarm.rest(LONG);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Alarm.LEAST);
    }

    private CompletableFuture<Void> resting() {
        return CompletableFuture.runAsync(() -> {
            try {
                alarm.rest(LONG);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
