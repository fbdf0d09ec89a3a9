package app.inbetween.generation;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Cancellation;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RemoteStatus;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Asks providers how the running jobs are doing, and stops those that were called off. */
@ApplicationScoped
class Poller {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    @Inject
    Claims claims;
    @Inject
    Crew crew;
    @Inject
    Outcomes outcomes;
    @Inject
    Saver saver;
    @Inject
    GenerationConfig config;

    @Scheduled(every = "{inbetween.generation.poll-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        pollDue();
    }

    /** @return done when every job that was due has been asked after, and finished ones are saved */
    CompletableFuture<Void> pollDue() {
        return crew.work(claims.due(State.RUNNING), this::poll);
    }

    private void poll(Assignment job) {
        try {
            if (job.generation().isCancelRequested() && stop(job) == Cancellation.STOPPED) {
                outcomes.cancelled(job.claim());
            } else {
                learn(job, job.provider().status(job.generation().remoteJob()));
            }
        } catch (ProviderUnavailableException e) {
            Log.warnf("No news of generation %s: %s", job.generation().id, e.getMessage());
            missed(job, e.getMessage());
        }
    }

    private void learn(Assignment job, RemoteStatus status) {
        if (status instanceof RemoteStatus.Succeeded film) {
            outcomes.record(job.claim(), row -> row.drawn(film, outcomes.now()));
            saver.save(crew.assignment(job.claim()));
        } else if (status instanceof RemoteStatus.Failed failed) {
            outcomes.failed(job.claim(), failed.failure());
        } else if (status instanceof RemoteStatus.Cancelled cancelled) {
            cancelled(job, cancelled.billing());
        } else if (status instanceof RemoteStatus.Missing missing) {
            lost(job, missing.reason());
        } else if (isOverdue(job.generation())) {
            giveUp(job);
        } else {
            progressed(job, status);
        }
    }

    private void progressed(Assignment job, RemoteStatus status) {
        Optional<RemoteStatus.Progress> progress = status instanceof RemoteStatus.Running running ? running.progress()
                : Optional.empty();
        outcomes.record(job.claim(), row -> row.progressed(progress, outcomes.after(job.provider().pace())));
    }

    private void cancelled(Assignment job, Billing billing) {
        if (!job.generation().isCancelRequested()) {
            outcomes.failed(job.claim(), new Failure(Reason.CANCELLED, billing, "Stopped by the provider"));
        } else if (billing == Billing.BILLED) {
            outcomes.cancelledAtFullPrice(job.claim(), job.generation());
        } else {
            outcomes.cancelled(job.claim());
        }
    }

    private void lost(Assignment job, String reason) {
        if (!job.isRepeatable()) {
            becameUnknown(job, reason);
        } else if (job.generation().attempt.attempts >= config.maxAttempts()) {
            outcomes.failed(job.claim(), new Failure(Reason.PROVIDER_FAILED, Billing.NOT_BILLED, reason));
        } else {
            Log.infof("Generation %s was lost (%s) and is sent again", job.generation().id, reason);
            outcomes.record(job.claim(), row -> row.requeued(outcomes.now()));
        }
    }

    /** What cannot be stopped may still end, so its credits stay held until that is known. */
    private void giveUp(Assignment job) {
        if (stop(job) == Cancellation.STOPPED) {
            outcomes.failed(job.claim(), new Failure(Reason.TIMEOUT, Billing.NOT_BILLED, "Stopped after " + config.patience()));
        } else {
            becameUnknown(job, "Still running after " + config.patience());
        }
    }

    /** Silence beyond all patience makes the outcome unknown; until then the question is asked again. */
    private void missed(Assignment job, String reason) {
        if (isOverdue(job.generation())) {
            becameUnknown(job, reason);
        } else {
            outcomes.record(job.claim(), row -> row.missed(outcomes.afterMiss(FIRST_PAUSE, row.attempt.misses)));
        }
    }

    private void becameUnknown(Assignment job, String reason) {
        outcomes.record(job.claim(), row -> row.outcomeUnknown(reason, outcomes.now(), outcomes.after(FIRST_PAUSE)));
    }

    private boolean isOverdue(Generation generation) {
        return generation.runningAt.plus(config.patience()).isBefore(outcomes.now());
    }

    private static Cancellation stop(Assignment job) {
        return job.provider().cancel(job.generation().remoteJob());
    }
}
