package app.inbetween.generation;

import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Takes over submissions whose node died. What was not yet sent goes back to the queue; what may have been sent is of unknown
 * fate. Every other state is picked up by its own worker once the lease has run out.
 */
@ApplicationScoped
class Rescuer {

    private static final String BROKE_OFF = "Inbetween was stopped while it handed the job over";

    @Inject
    Claims claims;
    @Inject
    Crew crew;
    @Inject
    Outcomes outcomes;

    @Scheduled(every = "{inbetween.generation.rescue-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        rescueAbandoned();
    }

    CompletableFuture<Void> rescueAbandoned() {
        return crew.work(claims.abandoned(), this::rescue);
    }

    private void rescue(Assignment job) {
        Log.infof("Generation %s was left behind by its node and is taken over", job.generation().id);
        outcomes.record(job.claim(), row -> {
            if (row.attempt.sentAt == null || job.isRepeatable()) {
                row.requeued(outcomes.now());
            } else {
                row.outcomeUnknown(BROKE_OFF, outcomes.now(), outcomes.now());
            }
        });
    }
}
