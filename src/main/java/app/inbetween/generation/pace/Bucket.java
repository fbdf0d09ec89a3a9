package app.inbetween.generation.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import app.inbetween.provider.RateLimit;

/**
 * As many tokens as calls are allowed. Each comes back when the whole period has passed since it was taken, so that no window
 * of that length holds more calls than allowed, wherever it begins.
 *
 * @param out the tokens that are out, oldest first
 */
record Bucket(List<Take> out) {

    /** Tokens taken within such a part of the period count as taken with the last of them, so that the list stays short. */
    private static final int PARTS = 50;

    record Take(Instant at, int tokens) {
    }

    int left(RateLimit limit, Instant now) {
        return Math.max(0, limit.calls() - since(limit, now).stream().mapToInt(Take::tokens).sum());
    }

    Bucket take(int tokens, RateLimit limit, Instant now) {
        List<Take> still = new ArrayList<>(since(limit, now));
        Take last = still.isEmpty() ? null : still.get(still.size() - 1);
        if (last != null && part(last.at, limit) == part(now, limit)) {
            still.set(still.size() - 1, new Take(now, last.tokens + tokens));
        } else {
            still.add(new Take(now, tokens));
        }
        return new Bucket(List.copyOf(still));
    }

    /** What is not back yet. What was taken in the future, by a clock that was put back since, was taken just now. */
    private List<Take> since(RateLimit limit, Instant now) {
        Instant begin = now.minus(limit.per());
        return out.stream().filter(take -> take.at.isAfter(begin))
                .map(take -> take.at.isAfter(now) ? new Take(now, take.tokens) : take)
                .toList();
    }

    private static long part(Instant at, RateLimit limit) {
        Duration part = limit.per().dividedBy(PARTS);
        return part.isZero() ? 0 : Duration.between(Instant.EPOCH, at).dividedBy(part);
    }
}
