package app.inbetween.generation;

import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
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
    @Inject
    GenerationConfig config;

    @Scheduled(every = "{inbetween.generation.rescue-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        rescueAbandoned();
    }

    CompletableFuture<Void> rescueAbandoned() {
        return crew.work(claims.abandoned(), this::rescue);
    }

    private void rescue(Assignment job) {
        Log.infof("Generation %s was left behind by its node and is taken over", job.generation().id);
        Attempt attempt = job.generation().attempt;
        if (attempt.sentAt != null && !job.isRepeatable()) {
            outcomes.record(job.claim(), row -> row.outcomeUnknown(BROKE_OFF, outcomes.now(), outcomes.now()));
        } else if (attempt.attempts < config.maxAttempts()) {
            outcomes.record(job.claim(), row -> row.requeued(outcomes.now()));
        } else {
            // Perhaps it is what makes nodes fall silent.
            outcomes.failed(job.claim(), new Failure(Reason.PROVIDER_TRANSIENT, Billing.NOT_BILLED, BROKE_OFF));
        }
    }
}
