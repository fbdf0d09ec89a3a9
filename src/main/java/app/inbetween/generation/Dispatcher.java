package app.inbetween.generation;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

import app.inbetween.generation.pace.Breaker;
import app.inbetween.generation.pace.Lane;
import app.inbetween.generation.pace.Lanes;
import app.inbetween.generation.wish.Demands;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.Submission;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoProvider;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Hands queued generations to their provider. */
@ApplicationScoped
class Dispatcher {

    private static final Duration UNSENT_PAUSE = Duration.ofSeconds(10);
    /** Refusals that say nothing about the clip. */
    private static final Set<Reason> FULL = EnumSet.of(Reason.RATE_LIMITED, Reason.CONCURRENCY_LIMIT);

    @Inject
    ModelCatalog catalog;
    @Inject
    Claims claims;
    @Inject
    Crew crew;
    @Inject
    Generations generations;
    @Inject
    Outcomes outcomes;
    @Inject
    PreparedRequests requests;
    @Inject
    Lanes lanes;
    @Inject
    Breaker breaker;
    @Inject
    Rhythm rhythm;
    @Inject
    Alarm alarm;
    @Inject
    GenerationConfig config;

    @Scheduled(every = "{inbetween.generation.dispatch-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        dispatchDue();
    }

    /** A clip that was just asked for, or a place that has just become free, need not wait for the next tick. */
    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) GenerationChanged news) {
        if (!config.dispatchEvery().equals("off") && (news.state() == State.QUEUED || news.state().isFinished())) {
            crew.soon(this::dispatchDue);
        }
    }

    /** @return done when every generation that was due and had room has been handed over */
    CompletableFuture<Void> dispatchDue() {
        List<CompletableFuture<Void>> work = catalog.providers().stream().filter(provider -> !provider.models().isEmpty())
                .map(this::dispatchDue).toList();
        return CompletableFuture.allOf(work.toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> dispatchDue(VideoProvider provider) {
        return crew.work(claims.toSubmit(provider), this::dispatch);
    }

    private void dispatch(Assignment job) {
        if (job.generation().isCancelRequested()) {
            outcomes.cancelled(job.claim());
            return;
        }
        Optional<String> obstacle = obstacle(job);
        if (obstacle.isPresent()) {
            outcomes.failed(job.claim(), new Failure(Reason.INPUT_INVALID, Billing.NOT_BILLED, obstacle.get()));
            return;
        }
        try (PreparedRequest request = prepared(job)) {
            learn(job, generations.submit(job, request.request()));
        } catch (CalledOffException e) {
            outcomes.cancelled(job.claim());
        } catch (NotPreparedException e) {
            Log.errorf(e, "Generation %s cannot be prepared", job.generation().id);
            sendAgain(job, e.getMessage());
        } catch (IOException e) {
            Log.errorf(e, "The frames of generation %s cannot be read", job.generation().id);
            outcomes.failed(job.claim(), new Failure(Reason.INPUT_MEDIA_UNREADABLE, Billing.NOT_BILLED, e.toString()));
        }
    }

    /**
     * What has changed about its model while the clip waited, so that it would be drawn otherwise than it is held for. A
     * provider that tells no models at all has not told them yet.
     */
    private static Optional<String> obstacle(Assignment job) {
        List<VideoModel> told = job.provider().models();
        Settings asked = job.generation().settings;
        if (told.isEmpty()) {
            return Optional.empty();
        }
        return told.stream().filter(model -> model.id().equals(asked.model())).findFirst()
                .map(model -> Demands.unmet(asked, model))
                .orElseGet(() -> Optional.of(job.provider().label() + " does not have " + asked.model() + " any more"));
    }

    /** Whatever breaks before anything is sent counts as a try, so that it comes to an end. */
    private PreparedRequest prepared(Assignment job) throws IOException {
        try {
            return requests.prepare(job.generation());
        } catch (RuntimeException e) {
            throw new NotPreparedException(e);
        }
    }

    private void learn(Assignment job, Submission submission) {
        if (submission instanceof Submission.Accepted accepted) {
            Instant first = outcomes.after(rhythm.pause(job.generation(), job.provider()));
            outcomes.record(job.claim(), row -> row.accepted(accepted.remoteId(), outcomes.now(),
                    row.isCancelRequested() ? outcomes.now() : first));
            alarm.expect(first);
            breaker.worked(job.generation().provider, Lane.SUBMIT);
        } else if (submission instanceof Submission.Rejected rejected) {
            rejected(job, rejected.failure());
        } else if (submission instanceof Submission.Later later) {
            later(job, later.pause());
        } else if (submission instanceof Submission.NotSent notSent) {
            failed(job, notSent.reason());
            sendAgain(job, notSent.reason());
        } else if (submission instanceof Submission.Unknown unknown) {
            failed(job, unknown.reason());
            lost(job, unknown.reason());
        }
    }

    private void rejected(Assignment job, Failure failure) {
        if (FULL.contains(failure.reason())) {
            later(job, Duration.ZERO);
            return;
        }
        String provider = job.generation().provider;
        boolean known = breaker.isTroubled(provider);
        breaker.refused(provider, failure);
        if (Breaker.isGrave(failure.reason()) && mayWait(job.generation(), known)) {
            // Longer than the breaker stays open for it: another clip goes first, should this one be what is refused.
            outcomes.record(job.claim(), row -> row.refused(failure, outcomes.notBefore(Breaker.DOUBT)));
        } else {
            outcomes.failed(job.claim(), failure);
        }
    }

    /**
     * That nothing is taken from us is no fault of the clip's: it waits until that is mended. But one that is refused again
     * when
     * others were taken since is what is wrong, and where another model is to try, that need not wait.
     *
     * @param known whether the provider had trouble before the clip was sent
     */
    private static boolean mayWait(Generation clip, boolean known) {
        return !clip.terms.isFailoverPending() && (known || !clip.wasRefused());
    }

    /** Before the clip goes back to the queue: what wakes there must find the lane closed. */
    private void later(Assignment job, Duration named) {
        Duration pause = isOfThisNode(job) ? named : lanes.close(job.generation().provider, Lane.SUBMIT, named);
        outcomes.record(job.claim(), row -> row.turnedAway(outcomes.notBefore(pause)));
    }

    private void failed(Assignment job, String reason) {
        if (!isOfThisNode(job)) {
            breaker.failed(job.generation().provider, Lane.SUBMIT, reason);
        }
    }

    /** What troubles a provider that works on this node is no trouble of the other nodes'. */
    private static boolean isOfThisNode(Assignment job) {
        return job.provider().room() < Integer.MAX_VALUE;
    }

    private void lost(Assignment job, String reason) {
        if (job.isRepeatable()) {
            sendAgain(job, reason);
        } else {
            outcomes.record(job.claim(),
                    row -> row.outcomeUnknown(reason, outcomes.now(), outcomes.after(job.provider().pace())));
        }
    }

    private void sendAgain(Assignment job, String reason) {
        Log.warnf("Generation %s did not reach its provider: %s", job.generation().id, reason);
        int attempts = job.generation().attempt.attempts;
        if (attempts >= config.maxAttempts()) {
            outcomes.failed(job.claim(), new Failure(Reason.PROVIDER_TRANSIENT, Billing.NOT_BILLED, reason));
        } else {
            outcomes.record(job.claim(), row -> row.requeued(outcomes.afterMiss(UNSENT_PAUSE, attempts)));
        }
    }

    /** It broke before there was anything to send. */
    private static final class NotPreparedException extends RuntimeException {

        NotPreparedException(RuntimeException cause) {
            super(cause.toString(), cause);
        }
    }
}
