package app.inbetween.ledger;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Enters credits that are past their date. Spending does so too, so being late here lets nobody spend them. */
@ApplicationScoped
class Expirer {

    private static final int AT_ONCE = 500;

    @Inject
    Sql sql;
    @Inject
    Ledger ledger;
    @Inject
    Clock clock;

    @Scheduled(every = "{inbetween.ledger.expire-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        expireDue();
    }

    void expireDue() {
        due().forEach(this::expire);
    }

    private List<UUID> due() {
        return sql.all("SELECT DISTINCT user_id FROM credit_lot WHERE NOT exhausted AND expires_at <= ? LIMIT ?",
                row -> row.getObject("user_id", UUID.class), clock.instant(), AT_ONCE);
    }

    private void expire(UUID user) {
        try {
            ledger.expireDue(user);
        } catch (RuntimeException e) {
            Log.errorf(e, "The expired credits of user %s are not entered yet", user);
        }
    }
}
