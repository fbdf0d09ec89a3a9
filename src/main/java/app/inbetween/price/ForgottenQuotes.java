package app.inbetween.price;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Quotes nobody took up. Those that a hold cites are part of the books and stay. */
@ApplicationScoped
class ForgottenQuotes {

    private static final Duration KEPT = Duration.ofDays(1);

    @Inject
    Sql sql;
    @Inject
    Clock clock;

    @Scheduled(every = "{inbetween.price.sweep-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        sweep(clock.instant().minus(KEPT));
    }

    /** @return how many were removed that had expired by then */
    int sweep(Instant expiredBy) {
        return sql.run("""
                DELETE FROM quote q WHERE expires_at < ?
                  AND NOT EXISTS (SELECT FROM credit_hold h WHERE h.quote_id = q.id)
                """, expiredBy);
    }
}
