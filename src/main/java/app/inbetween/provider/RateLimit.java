package app.inbetween.provider;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;

/** So many calls in so much time, over all nodes together; both greater than 0. */
public record RateLimit(int calls, Duration per) {

    public RateLimit {
        if (calls < 1 || per.isZero() || per.isNegative()) {
            throw new IllegalArgumentException(
                    "A rate limit allows at least one call in some time, not " + calls + " in " + per);
        }
    }

    /** As {@link #toString} writes it; also what configuration is read with. */
    public static RateLimit parse(String text) {
        String[] parts = text.strip().split("/", 2);
        try {
            return new RateLimit(Integer.parseInt(parts[0].strip()),
                    Duration.parse("PT" + (parts.length < 2 ? "" : parts[1].strip().toUpperCase(Locale.ROOT))));
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalArgumentException("A rate limit reads such as 10/1m, not " + text, e);
        }
    }

    /** Such as {@code 10/1m}. */
    @Override
    public String toString() {
        return calls + "/" + per.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
