package app.inbetween.books;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.ScheduledExecution;

/** Has the books checked every night, by one node however many there are. */
@ApplicationScoped
class NightlyCheck {

    @Inject
    Checks checks;

    @Scheduled(cron = "{inbetween.books.check-at}", timeZone = "{inbetween.ledger.time-zone:UTC}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick(ScheduledExecution execution) {
        // A node that comes late finds that another one has done it.
        checks.runUnlessSince(execution.getScheduledFireTime());
    }
}
