package app.inbetween.provider.kolbo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.wire.Answer;
import io.quarkus.logging.Log;

/**
 * The models Kolbo offers, as it told last. The list is renewed beside whoever asks for it, and what was known stays while
 * Kolbo cannot be reached. Each node has its own.
 */
final class KolboModels {

    private static final Duration RETRY = Duration.ofSeconds(30);

    private final KolboClient client;
    private final KolboConfig config;
    private final Clock clock;

    private volatile List<KolboModel> known = List.of();
    private volatile Optional<String> trouble = Optional.empty();
    private Instant due = Instant.MIN;
    private CompletableFuture<Void> renewal = CompletableFuture.completedFuture(null);

    KolboModels(KolboClient client, KolboConfig config, Clock clock) {
        this.client = client;
        this.config = config;
        this.clock = clock;
    }

    /** Waits for an answer only where there never was one, and not for long. */
    List<KolboModel> all() {
        CompletableFuture<Void> running = renewIfDue();
        if (known.isEmpty() && !running.isDone()) {
            await(running);
        }
        return known;
    }

    Optional<KolboModel> find(String id) {
        return all().stream().filter(model -> model.model().id().equals(id)).findFirst();
    }

    /** Why the list could not be had the last time; empty when it could. */
    Optional<String> trouble() {
        return trouble;
    }

    private synchronized CompletableFuture<Void> renewIfDue() {
        if (renewal.isDone() && !clock.instant().isBefore(due)) {
            due = clock.instant().plus(RETRY);
            renewal = new CompletableFuture<>();
            Thread thread = new Thread(() -> renew(renewal), "kolbo-models");
            thread.setDaemon(true);
            thread.start();
        }
        return renewal;
    }

    private void renew(CompletableFuture<Void> done) {
        try {
            Answer answer = client.models();
            known = answer.json().filter(body -> answer.isSuccess() && body.path("models").isArray()
                    && body.path("success").asBoolean(true)).map(body -> KolboList.read(body.path("models")))
                    .orElseThrow(() -> new ProviderUnavailableException("No list of models: " + answer.words()));
            trouble = Optional.empty();
            renewed();
        } catch (RuntimeException e) {
            trouble = Optional.of(String.valueOf(e.getMessage()));
            Log.warnf("Kolbo does not tell its models: %s", e.getMessage());
        } finally {
            done.complete(null);
        }
    }

    private synchronized void renewed() {
        due = clock.instant().plus(config.modelsFor());
    }

    private void await(CompletableFuture<Void> running) {
        try {
            running.get(config.modelsPatience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            Log.debug("Kolbo takes its time to tell its models");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
