package app.inbetween.provider;

import java.time.Duration;

/** So many calls in so much time, over all nodes together; both greater than 0. */
public record RateLimit(int calls, Duration per) {

    public RateLimit {
        if (calls < 1 || per.isZero() || per.isNegative()) {
            throw new IllegalArgumentException(
                    "A rate limit allows at least one call in some time, not " + calls + " in " + per);
        }
    }

    /** Such as {@code 10/1m}. */
    @Override
    public String toString() {
        return calls + "/" + per.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
    }
}
