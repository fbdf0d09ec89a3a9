package app.inbetween.generation;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.context.ManagedExecutor;

import io.quarkus.logging.Log;

/** Does the claimed work side by side, one thread for each claim; no more are claimed than may be in hand. */
@ApplicationScoped
class Crew {

    @Inject
    ManagedExecutor threads;
    @Inject
    Claims claims;

    /** @return done when every piece of work is; never completes exceptionally */
    CompletableFuture<Void> work(List<Claim> claimed, Consumer<Claim> job) {
        return CompletableFuture
                .allOf(claimed.stream().map(claim -> start(threads, claim, job)).toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> start(Executor executor, Claim claim, Consumer<Claim> job) {
        return CompletableFuture.runAsync(() -> guarded(claim, job), executor);
    }

    private void guarded(Claim claim, Consumer<Claim> job) {
        try {
            job.accept(claim);
        } catch (ReplacedException e) {
            Log.infof("Generation %s was taken over by somebody else; what we had is dropped", claim.generation());
        } catch (Exception e) {
            // The row still carries our lease: when that runs out, the work is picked up again.
            Log.errorf(e, "Work on generation %s broke off and will be taken up again", claim.generation());
        } finally {
            claims.release(claim);
        }
    }
}
