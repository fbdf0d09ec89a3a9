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
 * How soon a running job is asked after again: at the provider's pace; twice as often while clips like it usually are done, so
 * that little time passes between the end and the news of it; and rarely while the provider has trouble.
 */
@ApplicationScoped
class Rhythm {

    /** Nobody is asked more often than this, unless that is its pace. */
    private static final Duration OFTEN = Duration.ofMillis(500);
    private static final int RARELY = 4;
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
        return isAboutDone(running) ? quick(pace) : pace;
    }

    private static Duration quick(Duration pace) {
        Duration half = pace.dividedBy(2);
        Duration least = pace.compareTo(OFTEN) < 0 ? pace : OFTEN;
        return half.compareTo(least) < 0 ? least : half;
    }

    private boolean isAboutDone(Generation running) {
        if (running.submittingAt == null) {
            return false;
        }
        Duration since = Duration.between(running.submittingAt, clock.instant());
        return usually(running.settings)
                .filter(range -> range.from().compareTo(since) <= 0 && since.compareTo(range.to()) <= 0).isPresent();
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
