package app.inbetween.generation.pace;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waiting with full jitter: any time from none at all to a limit that doubles with every try, all equally likely, so that those
 * who failed together do not come back together.
 *
 * @param first the limit after the first try
 * @param most what the limit never exceeds
 */
public record Backoff(Duration first, Duration most) {

    private static final int DOUBLINGS = 20;

    /** @param tries failed before this one, 0 and up */
    public Duration limit(int tries) {
        Duration doubled = first.multipliedBy(1L << Math.min(tries, DOUBLINGS));
        return doubled.compareTo(most) > 0 ? most : doubled;
    }

    public Duration pause(int tries) {
        return pause(tries, ThreadLocalRandom.current().nextDouble());
    }

    /** @param luck 0 to 1 */
    Duration pause(int tries, double luck) {
        return Duration.ofMillis(Math.round(limit(tries).toMillis() * luck));
    }
}
