package app.inbetween.generation.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import app.inbetween.provider.RateLimit;

class BucketTest {

    private static final Instant NOON = Instant.parse("2031-05-04T12:00:00Z");
    private static final RateLimit TEN_A_MINUTE = new RateLimit(10, Duration.ofMinutes(1));

    private final Bucket full = new Bucket(List.of());

    @Test
    void asManyAsAllowedMayGoAtOnce() {
        assertThat(full.left(TEN_A_MINUTE, NOON)).isEqualTo(10);
        assertThat(full.take(10, TEN_A_MINUTE, NOON).left(TEN_A_MINUTE, NOON)).isZero();
    }

    @Test
    void aTokenComesBackWhenTheWholePeriodIsOver() {
        Bucket taken = full.take(4, TEN_A_MINUTE, NOON).take(6, TEN_A_MINUTE, NOON.plusSeconds(30));

        assertThat(taken.left(TEN_A_MINUTE, NOON.plusMillis(59_999))).isZero();
        assertThat(taken.left(TEN_A_MINUTE, NOON.plusSeconds(60))).isEqualTo(4);
        assertThat(taken.left(TEN_A_MINUTE, NOON.plusSeconds(90))).isEqualTo(10);
    }

    @Test
    void aClockThatIsPutBackGivesNothingAndTakesNothingForEver() {
        Bucket taken = full.take(10, TEN_A_MINUTE, NOON.plus(Duration.ofDays(1)));

        assertThat(taken.left(TEN_A_MINUTE, NOON)).isZero();
        Bucket after = taken.take(0, TEN_A_MINUTE, NOON);
        assertThat(after.left(TEN_A_MINUTE, NOON.plusSeconds(60))).isEqualTo(10);
    }

    @Test
    void noWindowEverHoldsMoreThanAllowedAndHardlyAnythingIsWasted() {
        long seed = System.nanoTime();
        System.out.println("Bucket with seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            RateLimit limit = new RateLimit(1 + random.nextInt(200), Duration.ofMillis(500 + random.nextInt(60_000)));
            List<Bucket.Take> takes = greedy(limit, random);

            assertThat(most(takes, limit)).as("%s", limit).isLessThanOrEqualTo(limit.calls());
            assertThat(takes.stream().mapToInt(Bucket.Take::tokens).sum()).as("%s", limit)
                    .isGreaterThan((int) (0.9 * limit.calls() * 10));
        }
    }

    /** Somebody who takes what there is at about five hundred moments within ten periods. */
    private List<Bucket.Take> greedy(RateLimit limit, Random random) {
        List<Bucket.Take> takes = new ArrayList<>();
        Bucket bucket = full;
        Instant now = NOON;
        while (now.isBefore(NOON.plus(limit.per().multipliedBy(10)))) {
            int tokens = Math.min(bucket.left(limit, now), 1 + random.nextInt(limit.calls()));
            bucket = bucket.take(tokens, limit, now);
            takes.add(new Bucket.Take(now, tokens));
            assertThat(bucket.out().size()).isLessThanOrEqualTo(52);
            now = now.plusNanos((long) (limit.per().toNanos() * random.nextDouble() / 25));
        }
        return takes;
    }

    static int most(List<Bucket.Take> takes, RateLimit limit) {
        return takes.stream().mapToInt(first -> takes.stream()
                .filter(other -> !other.at().isBefore(first.at()) && other.at().isBefore(first.at().plus(limit.per())))
                .mapToInt(Bucket.Take::tokens).sum()).max().orElse(0);
    }
}
