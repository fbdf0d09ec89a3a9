package app.inbetween.generation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.generation.pace.Lane;
import app.inbetween.generation.pace.Lanes;
import app.inbetween.media.TruncatedVideoException;
import app.inbetween.media.UnplayableVideoException;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.ResultLostException;
import app.inbetween.storage.Scratch;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Brings finished films home and settles them. Nothing is done before the film lies in our own store. */
@ApplicationScoped
class Saver {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    @Inject
    Claims claims;
    @Inject
    Crew crew;
    @Inject
    Delivery delivery;
    @Inject
    Finisher finisher;
    @Inject
    Scratch scratch;
    @Inject
    Outcomes outcomes;
    @Inject
    Lanes lanes;
    @Inject
    GenerationConfig config;

    @Scheduled(every = "{inbetween.generation.poll-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        saveDue();
    }

    /** Films whose saving broke off, and those that somebody has to look at: the trouble may be over. */
    CompletableFuture<Void> saveDue() {
        return CompletableFuture.allOf(crew.work(claims.due(State.SAVING), this::save),
                crew.work(claims.due(State.NEEDS_ATTENTION), this::save));
    }

    void save(Assignment job) {
        save(job, CompletableFuture.completedFuture(job.generation()));
    }

    /**
     * @param written done when the row says that there is a film; nothing else is written down before that
     * @throws RuntimeException what has kept it from being written
     */
    void save(Assignment job, CompletableFuture<Generation> written) {
        try {
            bringHome(job, written);
        } catch (ResultLostException e) {
            await(written);
            lookAgain(job, e);
        } catch (RuntimeException | IOException e) {
            await(written);
            failed(job, e);
        }
    }

    private static void await(CompletableFuture<Generation> written) {
        try {
            written.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The clip is there before its poster is: somebody waits for it. */
    private void bringHome(Assignment job, CompletableFuture<Generation> written) throws IOException {
        Path here = scratch.file("film-", ".mp4");
        try {
            Film film = delivery.deliver(job, here);
            await(written);
            outcomes.succeeded(job.claim(), job.generation(), film);
            TimeUnit.NANOSECONDS.sleep(config.finishAfter().toNanos());
            delivery.getReady();
            finisher.finish(job.generation(), here, film.facts());
            forget(job);
        } catch (InterruptedException e) {
            // This node stops; the poster is drawn by another one, or after the next start.
            Thread.currentThread().interrupt();
        } finally {
            Files.deleteIfExists(here);
        }
    }

    /** Addresses of films expire before the films do: the provider may know a newer one. */
    private void lookAgain(Assignment job, ResultLostException lost) {
        try {
            if (!lanes.takeOne(job.provider(), Lane.QUERY)) {
                throw new ProviderUnavailableException("It may not be asked for the film's address yet");
            }
            Optional<String> elsewhere = location(job)
                    .filter(location -> !location.equals(job.generation().attempt.resultLocation));
            elsewhere.orElseThrow(() -> lost);
            outcomes.record(job.claim(), row -> row.moved(elsewhere.get()));
            Assignment moved = crew.assignment(job.claim());
            bringHome(moved, CompletableFuture.completedFuture(moved.generation()));
        } catch (RuntimeException | IOException e) {
            failed(job, e);
        }
    }

    private Optional<String> location(Assignment job) {
        try {
            return job.status() instanceof RemoteStatus.Succeeded film ? Optional.of(film.location()) : Optional.empty();
        } catch (ProviderUnavailableException e) {
            e.pause().ifPresent(named -> lanes.close(job.generation().provider, Lane.QUERY, named));
            throw e;
        }
    }

    private void failed(Assignment job, Exception e) {
        if (e instanceof ProviderUnavailableException || e instanceof IOException
                || e instanceof TruncatedVideoException && !job.isRepeatable()) {
            Log.warnf("The film of generation %s could not be saved: %s", job.generation().id, e.getMessage());
            tryAgain(job, e);
        } else if (e instanceof UnplayableVideoException || e instanceof ResultLostException) {
            Log.errorf(e, "The film of generation %s is of no use", job.generation().id);
            useless(job, (RuntimeException) e);
        } else {
            throw (RuntimeException) e;
        }
    }

    /** The clip is delivered whatever becomes of the provider's copy. */
    private void forget(Assignment job) {
        try {
            job.provider().forget(job.generation().remoteJob());
        } catch (ProviderUnavailableException e) {
            Log.infof("The provider's copy of generation %s stays there: %s", job.generation().id, e.getMessage());
        }
    }

    private void useless(Assignment job, RuntimeException e) {
        if (!job.isRepeatable() && e instanceof ResultLostException && isGivenUp(job.generation())) {
            outcomes.failed(job.claim(), new Failure(Reason.RESULT_EXPIRED, Billing.BILLED, e.getMessage()));
        } else if (!job.isRepeatable()) {
            outcomes.record(job.claim(), row -> row.needsAttention(e.getMessage(), outcomes.after(LOOK_AGAIN)));
        } else if (e instanceof ResultLostException) {
            outcomes.record(job.claim(), row -> row.requeued(outcomes.now()));
        } else {
            outcomes.failed(job.claim(), new Failure(Reason.PROVIDER_FAILED, Billing.NOT_BILLED, e.getMessage()));
        }
    }

    private boolean isGivenUp(Generation generation) {
        return generation.savingAt.plus(config.missedFor()).isBefore(outcomes.now());
    }

    private void tryAgain(Assignment job, Exception e) {
        boolean often = job.generation().attempt.misses + 1 >= config.maxSaves();
        outcomes.record(job.claim(), row -> {
            if (often || row.state == State.NEEDS_ATTENTION) {
                row.needsAttention(e.getMessage(), outcomes.after(LOOK_AGAIN));
            } else {
                row.missed(named(e).map(outcomes::notBefore)
                        .orElseGet(() -> outcomes.afterMiss(FIRST_PAUSE, row.attempt.misses)));
            }
        });
    }

    /** How long whoever was asked wants to be left alone; empty where no time was named. */
    private static Optional<Duration> named(Exception e) {
        return e instanceof ProviderUnavailableException busy ? busy.pause().filter(pause -> !pause.isZero())
                : Optional.empty();
    }
}
