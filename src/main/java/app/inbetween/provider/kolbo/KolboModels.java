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
    private volatile boolean told;
    private Instant due = Instant.MIN;
    private volatile Instant patientUntil = Instant.MIN;
    private CompletableFuture<Void> renewal = CompletableFuture.completedFuture(null);

    KolboModels(KolboClient client, KolboConfig config, Clock clock) {
        this.client = client;
        this.config = config;
        this.clock = clock;
    }

    /** Waits for the first answer only, and all who wait for it together no longer than the patience for it. */
    List<KolboModel> all() {
        CompletableFuture<Void> running = renewIfDue();
        Duration left = Duration.between(clock.instant(), patientUntil);
        if (!told && !running.isDone() && !left.isNegative()) {
            await(running, left);
        }
        return known;
    }

    /** Whether Kolbo has told its models at least once. */
    boolean isTold() {
        return told;
    }

    Optional<KolboModel> find(String id) {
        return all().stream().filter(model -> model.model().id().equals(id)).findFirst();
    }

    private synchronized CompletableFuture<Void> renewIfDue() {
        if (renewal.isDone() && !clock.instant().isBefore(due)) {
            if (patientUntil.equals(Instant.MIN)) {
                patientUntil = clock.instant().plus(config.modelsPatience());
            }
            due = clock.instant().plus(RETRY);
            CompletableFuture<Void> next = new CompletableFuture<>();
            Thread thread = new Thread(() -> renew(next), "kolbo-models");
            thread.setDaemon(true);
            thread.start();
            renewal = next;
        }
        return renewal;
    }

    private void renew(CompletableFuture<Void> done) {
        try {
            Answer answer = client.models();
            known = answer.json().filter(body -> answer.isSuccess() && body.path("models").isArray()
                    && body.path("success").asBoolean(true)).map(body -> KolboList.read(body.path("models")))
                    .orElseThrow(() -> new ProviderUnavailableException("No list of models: " + answer.words()));
            told = true;
            renewed();
        } catch (RuntimeException e) {
            Log.warnf("Kolbo does not tell its models: %s", e.getMessage());
        } finally {
            done.complete(null);
        }
    }

    private synchronized void renewed() {
        due = clock.instant().plus(config.modelsFor());
    }

    private static void await(CompletableFuture<Void> running, Duration left) {
        try {
            running.get(left.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            Log.debug("Kolbo takes its time to tell its models");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
