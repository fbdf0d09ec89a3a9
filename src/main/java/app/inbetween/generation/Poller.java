package app.inbetween.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

import app.inbetween.generation.pace.Breaker;
import app.inbetween.generation.pace.Lane;
import app.inbetween.generation.pace.Lanes;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Cancellation;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RemoteStatus;
import io.quarkus.logging.Log;

/** Asks providers how the running jobs are doing, and stops those that were called off. */
@ApplicationScoped
class Poller {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final CompletableFuture<Void> NOTHING = CompletableFuture.completedFuture(null);

    @Inject
    Questions questions;
    @Inject
    Leases leases;
    @Inject
    Crew crew;
    @Inject
    Logbook logbook;
    @Inject
    Rhythm rhythm;
    @Inject
    Alarm alarm;
    @Inject
    Lanes lanes;
    @Inject
    Breaker breaker;
    @Inject
    Outcomes outcomes;
    @Inject
    Stops stops;
    @Inject
    Saver saver;
    @Inject
    GenerationConfig config;

    /** @return done when every job that was due has been asked after, and finished ones are saved */
    CompletableFuture<Void> pollDue() {
        return crew.ask(questions.running(), this::poll);
    }

    /** The same without waiting for it; returns whether anything was due and there was room to ask. */
    boolean askDue() {
        List<Claim> due = questions.running();
        crew.ask(due, this::poll);
        return !due.isEmpty();
    }

    /** The provider says that there is news: nobody need look for what is due. */
    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) HeardOf news) {
        Assignment job = news.job();
        leases.ask(job.generation().provider, List.of(job.claim()));
        crew.askKnown(job, this::poll);
    }

    /** Returns what follows from the answer. */
    private CompletableFuture<Void> poll(Assignment job) {
        try {
            if (job.generation().isCancelRequested() && mayCallOnceMore(job) && job.stop() == Cancellation.STOPPED) {
                outcomes.cancelled(job.claim());
            } else {
                RemoteStatus status = job.status();
                breaker.worked(job.generation().provider, Lane.QUERY);
                return learn(job, status);
            }
        } catch (ProviderUnavailableException e) {
            Log.warnf("No news of generation %s: %s", job.generation().id, e.getMessage());
            missed(job, e);
        }
        return NOTHING;
    }

    /** It was claimed for one question; where there is no leave for a call beside that, it is stopped with the next one. */
    private boolean mayCallOnceMore(Assignment job) {
        return lanes.takeOne(job.provider(), Lane.QUERY);
    }

    private CompletableFuture<Void> learn(Assignment job, RemoteStatus status) {
        if (status instanceof RemoteStatus.Succeeded film) {
            return drawn(job, film);
        } else if (status instanceof RemoteStatus.Failed failed) {
            outcomes.failed(job.claim(), failed.failure());
        } else if (status instanceof RemoteStatus.Cancelled cancelled) {
            stops.stopped(job, cancelled.billing());
        } else if (status instanceof RemoteStatus.Missing missing) {
            lost(job, missing.reason());
        } else if (isOverdue(job.generation()) && mayCallOnceMore(job)) {
            giveUp(job);
        } else {
            progressed(job, status);
        }
        return NOTHING;
    }

    /** To bring a film home is work, and waits where this node has its hands full. */
    private CompletableFuture<Void> drawn(Assignment job, RemoteStatus.Succeeded film) {
        if (!leases.keep(job.claim())) {
            outcomes.record(job.claim(), row -> {
                row.drawn(film, outcomes.now());
                row.putBack(outcomes.now());
            });
            return NOTHING;
        }
        // The film comes home while it is written down that there is one.
        CompletableFuture<Generation> written = new CompletableFuture<>();
        job.generation().drawn(film, outcomes.now());
        CompletableFuture<Void> saved = crew.goOn(job, it -> saver.save(it, written));
        written.completeAsync(() -> outcomes.record(job.claim(), row -> row.drawn(film, outcomes.now())), Runnable::run);
        return saved;
    }

    private void progressed(Assignment job, RemoteStatus status) {
        Optional<RemoteStatus.Progress> progress = status instanceof RemoteStatus.Running running ? running.progress()
                : Optional.empty();
        Instant askAt = outcomes.after(rhythm.pause(job.generation(), job.provider()));
        logbook.progressed(job, progress, askAt);
        alarm.expect(askAt);
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
        if (job.stop() == Cancellation.STOPPED) {
            outcomes.failed(job.claim(), new Failure(Reason.TIMEOUT, Billing.NOT_BILLED, "Stopped after " + config.patience()));
        } else {
            becameUnknown(job, "Still running after " + config.patience());
        }
    }

    /** Silence beyond all patience makes the outcome unknown; until then the question is asked again. */
    private void missed(Assignment job, ProviderUnavailableException e) {
        Optional<Duration> pause = e.pause().map(named -> lanes.close(job.generation().provider, Lane.QUERY, named));
        if (pause.isEmpty()) {
            job.drawnBy().ifPresent(provider -> breaker.failed(provider.name(), Lane.QUERY, e.getMessage()));
        }
        if (isOverdue(job.generation())) {
            becameUnknown(job, e.getMessage());
        } else {
            logbook.missed(job, pause.map(outcomes::notBefore)
                    .orElseGet(() -> outcomes.afterMiss(FIRST_PAUSE, job.generation().attempt.misses)));
        }
    }

    private void becameUnknown(Assignment job, String reason) {
        outcomes.record(job.claim(), row -> row.outcomeUnknown(reason, outcomes.now(), outcomes.after(FIRST_PAUSE)));
    }

    private boolean isOverdue(Generation generation) {
        return generation.runningAt.plus(config.patience()).isBefore(outcomes.now());
    }
}
