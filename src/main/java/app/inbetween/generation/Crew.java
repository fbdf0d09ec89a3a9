package app.inbetween.generation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.annotation.PostConstruct;
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
    Leases leases;
    @Inject
    GenerationConfig config;
    @Inject
    ModelCatalog catalog;

    private ExecutorService askers;
    private volatile boolean stopping;

    /** A provider may take a minute to answer: who waits for it must not hold the threads that pages are served with. */
    @PostConstruct
    void callAskers() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(config.maxQuestions(), config.maxQuestions(), 30, TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(), Crew::asker);
        pool.allowCoreThreadTimeOut(true);
        askers = pool;
    }

    /** What is cut off now is taken up by another node, or after the next start. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        askers.shutdownNow();
    }

    /**
     * Puts a question for each claim side by side.
     *
     * @param question what it returns is work that follows from the answer
     * @return done when everything is; never completes exceptionally
     */
    CompletableFuture<Void> ask(List<Claim> claimed, Function<Assignment, CompletableFuture<Void>> question) {
        if (claimed.isEmpty() || stopping) {
            return CompletableFuture.completedFuture(null);
        }
        return CompletableFuture.allOf(assignments(claimed).stream().map(job -> askKnown(job, question))
                .toArray(CompletableFuture[]::new));
    }

    /** The same of a claim whose row was written down just now. */
    CompletableFuture<Void> askKnown(Assignment job, Function<Assignment, CompletableFuture<Void>> question) {
        return CompletableFuture.supplyAsync(() -> answered(job, question), askers).thenCompose(work -> work);
    }

    /** @return done when every piece of work is; never completes exceptionally */
    CompletableFuture<Void> work(List<Claim> claimed, Consumer<Assignment> job) {
        return CompletableFuture
                .allOf(claimed.stream()
                        .map(claim -> CompletableFuture.runAsync(() -> guarded(claim, () -> assignment(claim), job), threads))
                        .toArray(CompletableFuture[]::new));
    }

    /** Goes on with work whose row was written down just now. */
    CompletableFuture<Void> goOn(Assignment known, Consumer<Assignment> job) {
        return CompletableFuture.runAsync(() -> guarded(known.claim(), () -> known, job), threads);
    }

    /** The work a claim stands for, as it stands now. */
    Assignment assignment(Claim claim) {
        return assignment(claim, QuarkusTransaction.requiringNew().call(() -> Generation.findById(claim.generation())));
    }

    /** Lets whoever calls go on. */
    void soon(Runnable task) {
        threads.execute(task);
    }

    /** All of them in one query. */
    private List<Assignment> assignments(List<Claim> claimed) {
        try {
            List<UUID> ids = claimed.stream().map(Claim::generation).toList();
            Map<UUID, Generation> rows = QuarkusTransaction.requiringNew().call(() -> Rows.withIds(ids)).stream()
                    .collect(Collectors.toMap(row -> row.id, row -> row));
            return claimed.stream().map(claim -> assignment(claim, rows.get(claim.generation()))).toList();
        } catch (RuntimeException e) {
            claimed.forEach(leases::answered);
            throw e;
        }
    }

    private Assignment assignment(Claim claim, Generation generation) {
        return new Assignment(claim, generation, catalog.provider(generation.provider));
    }

    private CompletableFuture<Void> answered(Assignment job, Function<Assignment, CompletableFuture<Void>> question) {
        try {
            return question.apply(job);
        } catch (ReplacedException e) {
            replaced(job.claim());
        } catch (Exception e) {
            brokeOff(job.claim(), e);
        } finally {
            leases.answered(job.claim());
        }
        return CompletableFuture.completedFuture(null);
    }

    private void guarded(Claim claim, Supplier<Assignment> assignment, Consumer<Assignment> job) {
        try {
            job.accept(assignment.get());
        } catch (ReplacedException e) {
            replaced(claim);
        } catch (Exception e) {
            brokeOff(claim, e);
        } finally {
            leases.release(claim);
        }
    }

    private static void replaced(Claim claim) {
        Log.infof("Generation %s was taken over by somebody else; what we had is dropped", claim.generation());
    }

    /** The row still carries our lease: when that runs out, the work is picked up again. */
    private void brokeOff(Claim claim, Exception e) {
        Log.logf(stopping ? Level.DEBUG : Level.ERROR, e, "Work on generation %s broke off and will be taken up again",
                claim.generation());
    }

    private static Thread asker(Runnable task) {
        Thread thread = new Thread(task, "asker");
        thread.setContextClassLoader(Crew.class.getClassLoader());
        thread.setDaemon(true);
        return thread;
    }
}
