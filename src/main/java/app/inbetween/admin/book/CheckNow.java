package app.inbetween.admin.book;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

import app.inbetween.books.Checks;
import io.quarkus.logging.Log;
import io.smallrye.context.api.ManagedExecutorConfig;

/** Has the books checked for somebody who waits, but not for long: with millions of clips it may take a minute. */
@ApplicationScoped
class CheckNow {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    @ManagedExecutorConfig(propagated = {}, cleared = ThreadContext.ALL_REMAINING)
    ManagedExecutor threads;
    @Inject
    Checks checks;

    /** Returns when it is done, or when waiting for it would try the person's patience. */
    void begin(UUID askedBy) {
        CompletableFuture<?> check = threads.supplyAsync(() -> checks.run(Optional.of(askedBy)))
                .whenComplete((made, broken) -> {
                    if (broken != null) {
                        Log.error("The books could not be checked", broken);
                    }
                });
        try {
            check.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            Log.debug("The check of the books goes on without whoever asked for it");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The books could not be checked", e.getCause());
        }
    }
}
