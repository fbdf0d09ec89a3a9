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
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.VideoProvider;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Asks providers how the running jobs are doing, and stops those that were called off. */
@ApplicationScoped
class Poller {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    @Inject
    ModelCatalog catalog;
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

    private void poll(Claim claim) {
        Generation generation = QuarkusTransaction.requiringNew().call(() -> Generation.findById(claim.generation()));
        VideoProvider provider = catalog.provider(generation.provider).orElse(null);
        try {
            if (provider == null) {
                throw new ProviderUnavailableException("The provider " + generation.provider + " is not set up any more");
            }
            if (!stopped(claim, generation, provider)) {
                learn(claim, generation, provider, provider.status(generation.remoteJob()));
            }
        } catch (ProviderUnavailableException e) {
            Log.warnf("No news of generation %s: %s", generation.id, e.getMessage());
            missed(claim, generation, e);
        }
    }

    private boolean stopped(Claim claim, Generation generation, VideoProvider provider) {
        boolean stopped = generation.isCancelRequested() && provider.cancel(generation.remoteJob()) == Cancellation.STOPPED;
        if (stopped) {
            outcomes.cancelled(claim);
        }
        return stopped;
    }

    private void learn(Claim claim, Generation generation, VideoProvider provider, RemoteStatus status) {
        if (status instanceof RemoteStatus.Succeeded film) {
            outcomes.record(claim, row -> row.drawn(film, outcomes.now()));
            saver.save(claim);
        } else if (status instanceof RemoteStatus.Failed failed) {
            outcomes.failed(claim, failed.failure());
        } else if (status instanceof RemoteStatus.Cancelled cancelled) {
            cancelled(claim, generation, cancelled.billing());
        } else if (status instanceof RemoteStatus.Missing missing) {
            lost(claim, generation, provider, missing.reason());
        } else if (isOverdue(generation)) {
            giveUp(claim, generation, provider);
        } else {
            Optional<RemoteStatus.Progress> progress = status instanceof RemoteStatus.Running running ? running.progress()
                    : Optional.empty();
            outcomes.record(claim, row -> row.progressed(progress, outcomes.after(provider.pace())));
        }
    }

    /** What cannot be stopped may still end, so its credits stay held until that is known. */
    private void giveUp(Claim claim, Generation generation, VideoProvider provider) {
        if (provider.cancel(generation.remoteJob()) == Cancellation.STOPPED) {
            outcomes.failed(claim, new Failure(Reason.TIMEOUT, Billing.NOT_BILLED, "Stopped after " + config.patience()));
        } else {
            outcomes.record(claim, row -> row.outcomeUnknown("Still running after " + config.patience(), outcomes.now(),
                    outcomes.after(provider.pace())));
        }
    }

    private void cancelled(Claim claim, Generation generation, Billing billing) {
        if (!generation.isCancelRequested()) {
            outcomes.failed(claim, new Failure(Reason.CANCELLED, billing, "Stopped by the provider"));
        } else if (billing == Billing.BILLED) {
            outcomes.cancelledAtFullPrice(claim, generation);
        } else {
            outcomes.cancelled(claim);
        }
    }

    private void lost(Claim claim, Generation generation, VideoProvider provider, String reason) {
        if (!provider.repeatable()) {
            outcomes.record(claim, row -> row.outcomeUnknown(reason, outcomes.now(), outcomes.after(provider.pace())));
        } else if (generation.attempt.attempts >= config.maxAttempts()) {
            outcomes.failed(claim, new Failure(Reason.PROVIDER_FAILED, Billing.NOT_BILLED, reason));
        } else {
            Log.infof("Generation %s was lost (%s) and is sent again", generation.id, reason);
            outcomes.record(claim, row -> row.requeued(outcomes.now()));
        }
    }

    /** Silence beyond all patience makes the outcome unknown; until then the question is asked again. */
    private void missed(Claim claim, Generation generation, ProviderUnavailableException e) {
        outcomes.record(claim, row -> {
            if (isOverdue(row)) {
                row.outcomeUnknown(e.getMessage(), outcomes.now(), outcomes.now());
            } else {
                row.missed(outcomes.afterMiss(FIRST_PAUSE, row.attempt.misses));
            }
        });
    }

    private boolean isOverdue(Generation generation) {
        return generation.runningAt.plus(config.patience()).isBefore(outcomes.now());
    }
}
