package app.inbetween.generation.failover;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

import app.inbetween.database.Sql;
import app.inbetween.generation.AskedDifferentlyException;
import app.inbetween.generation.Failover;
import app.inbetween.generation.Generation;
import app.inbetween.generation.GenerationChanged;
import app.inbetween.generation.Generations;
import app.inbetween.generation.State;
import app.inbetween.ledger.InsufficientCreditsException;
import app.inbetween.ledger.LimitExceededException;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.context.api.ManagedExecutorConfig;

/**
 * Asks for stand-ins: at once when a clip fails, and again and again for those a node that was stopped had left. Whoever comes
 * second finds the clip the first one asked for, because both ask with the same key.
 */
@ApplicationScoped
class Pursuit {

    /** Needs generation_waiting_for_a_stand_in. */
    static final String WAITING = """
            SELECT id FROM generation WHERE state = 'FAILED' AND failover = 'WANTED' ORDER BY finished_at LIMIT 100""";

    @Inject
    StandIns standIns;
    @Inject
    Generations generations;
    @Inject
    Sql sql;
    // Nothing of whoever calls goes along: least of all its transaction.
    @Inject
    @ManagedExecutorConfig(propagated = {}, cleared = ThreadContext.ALL_REMAINING)
    ManagedExecutor threads;
    @ConfigProperty(name = "inbetween.generation.rescue-every")
    String every;

    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) GenerationChanged news) {
        if (news.state() == State.FAILED && !every.equals("off")) {
            soon(news.generation());
        }
    }

    @Scheduled(every = "{inbetween.generation.rescue-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void pursueWaiting() {
        List<UUID> waiting = sql.all(WAITING, row -> row.getObject("id", UUID.class));
        waiting.forEach(this::guarded);
    }

    CompletableFuture<Void> soon(UUID id) {
        return CompletableFuture.runAsync(() -> guarded(id), threads);
    }

    /** Does nothing where nothing is wanted, or where it was done before. */
    void pursue(UUID id) {
        Generation failed = QuarkusTransaction.requiringNew().call(() -> Generation.findById(id));
        if (failed.state == State.FAILED && failed.terms.isFailoverPending()) {
            Failover end = settle(failed);
            QuarkusTransaction.requiringNew().run(() -> Generation
                    .<Generation> findById(id, LockModeType.PESSIMISTIC_WRITE).terms.concluded(end));
        }
    }

    private void guarded(UUID id) {
        try {
            pursue(id);
        } catch (Exception e) {
            // It still waits, and is looked at again with the next sweep.
            Log.errorf(e, "Looking for a stand-in for generation %s broke off", id);
        }
    }

    private Failover settle(Generation failed) {
        if (QuarkusTransaction.requiringNew().call(() -> Generation.standInFor(failed.id)).isPresent()) {
            return Failover.STOOD_IN;
        }
        Decision decision = QuarkusTransaction.requiringNew().call(() -> standIns.decide(failed));
        return decision instanceof Decision.StandIn chosen ? ask(failed, chosen) : ((Decision.Leave) decision).why();
    }

    private Failover ask(Generation failed, Decision.StandIn chosen) {
        try {
            Generation standIn = generations.ask(chosen.ask());
            Log.infof("Generation %s failed, and %s (%s) stands in for it", failed.id, standIn.id, standIn.settings.model());
            return Failover.STOOD_IN;
        } catch (AskedDifferentlyException e) {
            // Somebody else was quicker and found another model better.
            return Failover.STOOD_IN;
        } catch (InsufficientCreditsException e) {
            return Failover.NO_CREDITS;
        } catch (LimitExceededException e) {
            return Failover.NOT_ALLOWED;
        }
    }
}
