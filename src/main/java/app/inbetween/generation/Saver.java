package app.inbetween.generation;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.media.UnplayableVideoException;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.ResultLostException;
import app.inbetween.provider.VideoProvider;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Brings finished films home and settles them. Nothing is done before the film lies in our own store. */
@ApplicationScoped
class Saver {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    @Inject
    ModelCatalog catalog;
    @Inject
    Claims claims;
    @Inject
    Crew crew;
    @Inject
    Delivery delivery;
    @Inject
    Outcomes outcomes;
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

    void save(Claim claim) {
        Generation generation = QuarkusTransaction.requiringNew().call(() -> Generation.findById(claim.generation()));
        VideoProvider provider = catalog.provider(generation.provider).orElse(null);
        try {
            if (provider == null) {
                throw new ProviderUnavailableException("The provider " + generation.provider + " is not set up any more");
            }
            Film film = delivery.deliver(claim, generation, provider);
            outcomes.succeeded(claim, generation, film);
            provider.forget(generation.remoteJob());
        } catch (UnplayableVideoException | ResultLostException e) {
            Log.errorf(e, "The film of generation %s is of no use", generation.id);
            useless(claim, provider, e);
        } catch (ProviderUnavailableException | IOException e) {
            Log.warnf("The film of generation %s could not be saved: %s", generation.id, e.getMessage());
            tryAgain(claim, generation, e);
        }
    }

    private void useless(Claim claim, VideoProvider provider, RuntimeException e) {
        if (!provider.repeatable()) {
            outcomes.record(claim, row -> row.needsAttention(e.getMessage(), outcomes.after(LOOK_AGAIN)));
        } else if (e instanceof ResultLostException) {
            outcomes.record(claim, row -> row.requeued(outcomes.now()));
        } else {
            outcomes.failed(claim, new Failure(Reason.PROVIDER_FAILED, Billing.NOT_BILLED, e.getMessage()));
        }
    }

    private void tryAgain(Claim claim, Generation generation, Exception e) {
        outcomes.record(claim, row -> {
            if (generation.state == State.NEEDS_ATTENTION || generation.attempt.misses + 1 >= config.maxSaves()) {
                row.needsAttention(e.getMessage(), outcomes.after(LOOK_AGAIN));
            } else {
                row.missed(outcomes.afterMiss(FIRST_PAUSE, row.attempt.misses));
            }
        });
    }
}
