package app.inbetween.generation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.generation.pace.Breaker;
import app.inbetween.provider.VideoProvider;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * How soon a running job is asked after: at the provider's pace at most; up to four times as often while clips like it usually
 * are done, and while it is so young that the pace would be long beside its age, so that little time passes between the end and
 * the news of it; and rarely while the provider has trouble.
 */
@ApplicationScoped
class Rhythm {

    /** Nobody is asked more often than this, unless that is its pace. */
    private static final Duration OFTEN = Duration.ofMillis(500);
    private static final int RARELY = 4;
    /** The news may be late by this part of what the clip has taken so far. */
    private static final int OF_ITS_AGE = 4;
    private static final Duration FRESH = Duration.ofMinutes(1);

    @Inject
    Forecast forecast;
    @Inject
    Breaker breaker;
    @Inject
    Clock clock;

    private final Map<Kind, Known> known = new ConcurrentHashMap<>();
    private volatile Troubled troubled = new Troubled(Instant.MIN, java.util.Set.of());

    private record Kind(String model, String resolution, int durationMillis) {
    }

    private record Known(Instant at, Optional<Forecast.Range> usual) {
    }

    private record Troubled(Instant at, java.util.Set<String> providers) {
    }

    Duration pause(Generation running, VideoProvider provider) {
        Duration pace = provider.pace();
        if (isTroubled(provider)) {
            return pace.multipliedBy(RARELY);
        }
        Duration pause = longest(quick(pace), patience(running));
        return shortest(pause, pace);
    }

    private static Duration quick(Duration pace) {
        return longest(pace.dividedBy(4), shortest(pace, OFTEN));
    }

    private Duration patience(Generation running) {
        Duration age = running.submittingAt == null ? Duration.ZERO : Duration.between(running.submittingAt, clock.instant());
        Duration young = age.dividedBy(OF_ITS_AGE);
        return usually(running.settings).filter(range -> age.compareTo(range.to()) <= 0)
                .map(range -> shortest(young, longest(range.from().minus(age), Duration.ZERO))).orElse(young);
    }

    private static Duration shortest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Optional<Forecast.Range> usually(Settings settings) {
        Kind kind = new Kind(settings.model(), settings.resolution(), settings.durationMillis());
        Known seen = known.get(kind);
        if (seen == null || isStale(seen.at, FRESH)) {
            seen = new Known(clock.instant(), QuarkusTransaction.requiringNew().call(() -> forecast.usually(settings)));
            known.put(kind, seen);
        }
        return seen.usual;
    }

    private boolean isTroubled(VideoProvider provider) {
        if (isStale(troubled.at, Duration.ofSeconds(1))) {
            troubled = new Troubled(clock.instant(), breaker.open());
        }
        return troubled.providers.contains(provider.name());
    }

    private boolean isStale(Instant at, Duration fresh) {
        Instant now = clock.instant();
        return at.isAfter(now) || at.isBefore(now.minus(fresh));
    }
}
