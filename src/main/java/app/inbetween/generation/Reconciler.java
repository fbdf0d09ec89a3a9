package app.inbetween.generation;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.Reconciliation;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.VideoProvider;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Finds out what became of jobs of unknown fate. Their credits stay held until that is known, or until nobody can know. */
@ApplicationScoped
class Reconciler {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);

    @Inject
    ModelCatalog catalog;
    @Inject
    Claims claims;
    @Inject
    Crew crew;
    @Inject
    Outcomes outcomes;
    @Inject
    PreparedRequests requests;
    @Inject
    Saver saver;
    @Inject
    GenerationConfig config;

    @Scheduled(every = "{inbetween.generation.poll-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        reconcileDue();
    }

    CompletableFuture<Void> reconcileDue() {
        return crew.work(claims.due(State.UNKNOWN), this::reconcile);
    }

    private void reconcile(Claim claim) {
        Generation generation = QuarkusTransaction.requiringNew().call(() -> Generation.findById(claim.generation()));
        VideoProvider provider = catalog.provider(generation.provider).orElse(null);
        try {
            if (provider == null) {
                throw new ProviderUnavailableException("The provider " + generation.provider + " is not set up any more");
            }
            if (generation.attempt.remoteId == null) {
                search(claim, generation, provider);
            } else {
                askAgain(claim, generation, provider);
            }
        } catch (ProviderUnavailableException | IOException e) {
            Log.warnf("Still no news of generation %s: %s", generation.id, e.getMessage());
            unclear(claim, generation);
        }
    }

    private void search(Claim claim, Generation generation, VideoProvider provider) throws IOException {
        try (PreparedRequest request = requests.prepare(generation)) {
            Reconciliation found = provider.reconcile(request.request());
            if (found instanceof Reconciliation.Found job) {
                outcomes.record(claim, row -> row.accepted(job.remoteId(), outcomes.now(), outcomes.now()));
            } else if (found instanceof Reconciliation.Absent) {
                neverArrived(claim, generation);
            } else {
                unclear(claim, generation);
            }
        }
    }

    private void askAgain(Claim claim, Generation generation, VideoProvider provider) {
        RemoteStatus status = provider.status(generation.remoteJob());
        if (status instanceof RemoteStatus.Succeeded film) {
            outcomes.record(claim, row -> row.drawn(film, outcomes.now()));
            saver.save(claim);
        } else if (status instanceof RemoteStatus.Failed failed) {
            outcomes.failed(claim, failed.failure());
        } else if (status instanceof RemoteStatus.Cancelled cancelled) {
            outcomes.failed(claim, new Failure(Reason.CANCELLED, cancelled.billing(), "Stopped by the provider"));
        } else {
            unclear(claim, generation);
        }
    }

    /** It is safe to send what is proven never to have arrived. */
    private void neverArrived(Claim claim, Generation generation) {
        if (generation.attempt.attempts >= config.maxAttempts()) {
            outcomes.failed(claim, new Failure(Reason.PROVIDER_TRANSIENT, Billing.NOT_BILLED, generation.failureDetail));
        } else {
            outcomes.record(claim, row -> row.requeued(outcomes.now()));
        }
    }

    private void unclear(Claim claim, Generation generation) {
        if (generation.unknownAt.plus(config.unknownFor()).isBefore(outcomes.now())) {
            outcomes.failed(claim, new Failure(Reason.OUTCOME_UNKNOWN, Billing.UNKNOWN, generation.failureDetail));
        } else {
            outcomes.record(claim, row -> row.missed(outcomes.afterMiss(FIRST_PAUSE, row.attempt.misses)));
        }
    }
}
