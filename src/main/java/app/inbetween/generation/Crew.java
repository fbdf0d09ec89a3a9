package app.inbetween.generation;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.jboss.logging.Logger.Level;

import app.inbetween.provider.ModelCatalog;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.context.api.ManagedExecutorConfig;

/** Does the claimed work side by side, one thread for each claim; no more are claimed than may be in hand. */
@ApplicationScoped
class Crew {

    // Nothing of whoever calls goes along: least of all its transaction.
    @Inject
    @ManagedExecutorConfig(propagated = {}, cleared = ThreadContext.ALL_REMAINING)
    ManagedExecutor threads;
    @Inject
    Claims claims;
    @Inject
    ModelCatalog catalog;

    private volatile boolean stopping;

    /** What is cut off now is taken up by another node, or after the next start. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** @return done when every piece of work is; never completes exceptionally */
    CompletableFuture<Void> work(List<Claim> claimed, Consumer<Assignment> job) {
        return CompletableFuture
                .allOf(claimed.stream()
                        .map(claim -> CompletableFuture.runAsync(() -> guarded(claim, job), threads))
                        .toArray(CompletableFuture[]::new));
    }

    /** The work a claim stands for, as it stands now. */
    Assignment assignment(Claim claim) {
        Generation generation = QuarkusTransaction.requiringNew().call(() -> Generation.findById(claim.generation()));
        return new Assignment(claim, generation, catalog.provider(generation.provider));
    }

    /** Lets whoever calls go on. */
    void soon(Runnable task) {
        threads.execute(task);
    }

    private void guarded(Claim claim, Consumer<Assignment> job) {
        try {
            job.accept(assignment(claim));
        } catch (ReplacedException e) {
            Log.infof("Generation %s was taken over by somebody else; what we had is dropped", claim.generation());
        } catch (Exception e) {
            // The row still carries our lease: when that runs out, the work is picked up again.
            Log.logf(stopping ? Level.DEBUG : Level.ERROR, e, "Work on generation %s broke off and will be taken up again",
                    claim.generation());
        } finally {
            claims.release(claim);
        }
    }
}
