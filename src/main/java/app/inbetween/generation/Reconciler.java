package app.inbetween.generation;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.generation.pace.Lane;
import app.inbetween.generation.pace.Lanes;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.Reconciliation;
import app.inbetween.provider.RemoteStatus;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Finds out what became of jobs of unknown fate. Their credits stay held until that is known, or until nobody can know. */
@ApplicationScoped
class Reconciler {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);

    @Inject
    Questions questions;
    @Inject
    Crew crew;
    @Inject
    Outcomes outcomes;
    @Inject
    PreparedRequests requests;
    @Inject
    Others others;
    @Inject
    Stops stops;
    @Inject
    Saver saver;
    @Inject
    Lanes lanes;
    @Inject
    Turns turns;
    @Inject
    GenerationConfig config;

    @Scheduled(every = "{inbetween.generation.poll-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        reconcileDue();
    }

    CompletableFuture<Void> reconcileDue() {
        return crew.work(questions.unknown(), this::reconcile);
    }

    private void reconcile(Assignment job) {
        try {
            if (job.generation().attempt.remoteId == null) {
                search(job);
            } else {
                askAgain(job, job.status());
            }
        } catch (ProviderUnavailableException e) {
            stillNoNews(job, e, e.pause().map(named -> lanes.close(job.generation().provider, Lane.QUERY, named)));
        } catch (IOException e) {
            stillNoNews(job, e, Optional.empty());
        }
    }

    private void stillNoNews(Assignment job, Exception e, Optional<Duration> pause) {
        Log.warnf("Still no news of generation %s: %s", job.generation().id, e.getMessage());
        unclear(job, pause);
    }

    private void search(Assignment job) throws IOException {
        Reconciliation found = found(job);
        if (found instanceof Reconciliation.Found task) {
            outcomes.record(job.claim(), row -> row.accepted(task.remoteId(), outcomes.now(), outcomes.now()));
        } else if (found instanceof Reconciliation.Absent && isOldEnough(job)) {
            neverArrived(job);
        } else {
            unclear(job, Optional.empty());
        }
    }

    private Reconciliation found(Assignment job) throws IOException {
        try (PreparedRequest request = requests.prepare(job.generation())) {
            Reconciliation found = job.provider().reconcile(request.request(), turns.at(job.provider()));
            return found instanceof Reconciliation.Found task && others.own(request.request(), task.remoteId())
                    ? new Reconciliation.Unclear("What was found is another clip's")
                    : found;
        } catch (RuntimeException e) {
            throw noNews(e);
        }
    }

    /** Whatever breaks while asking is no news either: otherwise the time would never come to give the credits back. */
    private static ProviderUnavailableException noNews(RuntimeException e) {
        return e instanceof ProviderUnavailableException silence ? silence : new ProviderUnavailableException(e.toString(), e);
    }

    private void askAgain(Assignment job, RemoteStatus status) {
        if (status instanceof RemoteStatus.Succeeded film) {
            outcomes.record(job.claim(), row -> row.drawn(film, outcomes.now()));
            saver.save(crew.assignment(job.claim()));
        } else if (status instanceof RemoteStatus.Failed failed) {
            outcomes.failed(job.claim(), failed.failure());
        } else if (status instanceof RemoteStatus.Cancelled cancelled) {
            stops.stopped(job, cancelled.billing());
        } else {
            unclear(job, Optional.empty());
        }
    }

    /** What arrived late, or is listed late, is not absent. */
    private boolean isOldEnough(Assignment job) {
        return job.isRepeatable() || !job.generation().unknownAt.plus(config.absentAfter()).isAfter(outcomes.now());
    }

    /** It is safe to send what is proven never to have arrived. */
    private void neverArrived(Assignment job) {
        Generation generation = job.generation();
        if (generation.attempt.attempts >= config.maxAttempts()) {
            outcomes.failed(job.claim(),
                    new Failure(Reason.PROVIDER_TRANSIENT, Billing.NOT_BILLED, generation.fault().detail()));
        } else {
            outcomes.record(job.claim(), row -> row.requeued(outcomes.now()));
        }
    }

    /** @param pause for which its provider is left alone; empty where it did not ask for that */
    private void unclear(Assignment job, Optional<Duration> pause) {
        Generation generation = job.generation();
        if (generation.unknownAt.plus(config.unknownFor()).isBefore(outcomes.now())) {
            outcomes.failed(job.claim(), new Failure(Reason.OUTCOME_UNKNOWN, Billing.UNKNOWN, generation.fault().detail()));
        } else {
            outcomes.record(job.claim(), row -> row.missed(pause.map(outcomes::notBefore)
                    .orElseGet(() -> outcomes.afterMiss(FIRST_PAUSE, row.attempt.misses))));
        }
    }
}
