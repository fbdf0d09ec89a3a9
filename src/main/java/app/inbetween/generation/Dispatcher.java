package app.inbetween.generation;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.Submission;
import app.inbetween.provider.VideoProvider;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Hands queued generations to their provider. */
@ApplicationScoped
class Dispatcher {

    private static final Duration UNSENT_PAUSE = Duration.ofSeconds(10);

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
        List<Claim> claimed = claims.toSubmit(provider.name(), provider.maxConcurrent(), provider.room());
        return crew.work(claimed, claim -> dispatch(provider, claim));
    }

    private void dispatch(VideoProvider provider, Claim claim) {
        Generation generation = QuarkusTransaction.requiringNew().call(() -> Generation.findById(claim.generation()));
        if (generation.isCancelRequested()) {
            outcomes.cancelled(claim);
            return;
        }
        try (PreparedRequest request = requests.prepare(generation)) {
            learn(claim, generation, provider, generations.submit(claim, provider, request.request()));
        } catch (IOException e) {
            Log.errorf(e, "The frames of generation %s cannot be read", generation.id);
            outcomes.failed(claim, new Failure(Reason.INPUT_MEDIA_UNREADABLE, Billing.NOT_BILLED, e.toString()));
        }
    }

    private void learn(Claim claim, Generation generation, VideoProvider provider, Submission submission) {
        if (submission instanceof Submission.Accepted accepted) {
            outcomes.record(claim, row -> row.accepted(accepted.remoteId(), outcomes.now(), firstQuestion(row, provider)));
        } else if (submission instanceof Submission.Rejected rejected) {
            outcomes.failed(claim, rejected.failure());
        } else if (submission instanceof Submission.Later later) {
            outcomes.record(claim, row -> row.requeued(outcomes.after(later.pause())));
        } else if (submission instanceof Submission.NotSent notSent) {
            Log.warnf("Generation %s did not reach %s: %s", generation.id, provider.label(), notSent.reason());
            sendAgain(claim, generation, notSent.reason());
        } else if (submission instanceof Submission.Unknown unknown) {
            lost(claim, generation, provider, unknown.reason());
        }
    }

    private void lost(Claim claim, Generation generation, VideoProvider provider, String reason) {
        if (provider.repeatable()) {
            sendAgain(claim, generation, reason);
        } else {
            outcomes.record(claim, row -> row.outcomeUnknown(reason, outcomes.now(), outcomes.after(provider.pace())));
        }
    }

    private void sendAgain(Claim claim, Generation generation, String reason) {
        if (generation.attempt.attempts >= config.maxAttempts()) {
            outcomes.failed(claim, new Failure(Reason.PROVIDER_TRANSIENT, Billing.NOT_BILLED, reason));
        } else {
            outcomes.record(claim, row -> row.requeued(outcomes.afterMiss(UNSENT_PAUSE, generation.attempt.attempts)));
        }
    }

    private Instant firstQuestion(Generation row, VideoProvider provider) {
        return row.isCancelRequested() ? outcomes.now() : outcomes.after(provider.pace());
    }
}
