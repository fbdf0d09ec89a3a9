package app.inbetween.ledger;

import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.account.People;
import app.inbetween.price.Credits;
import app.inbetween.price.PriceKey;
import app.inbetween.price.Quote;
import app.inbetween.price.Quotes;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** Connections are cut at random while credits move, as by a crash of this process or of the database. */
@QuarkusTest
class LedgerUnderFireTest {

    private static final int WORKERS = 12;
    private static final int JOBS = 100;
    private static final int CUT_EVERY = 4;
    @Inject
    Ledger ledger;
    @Inject
    Quotes quotes;
    @Inject
    People people;
    @Inject
    Saboteur saboteur;

    private final Map<UUID, Hold.State> promised = new ConcurrentHashMap<>();
    private final CountDownLatch finished = new CountDownLatch(WORKERS);

    @BeforeEach
    void hushWitnesses() {
        saboteur.hushWitnesses();
    }

    @AfterEach
    void leaveNoDeadConnections() {
        saboteur.discardDeadConnections();
        saboteur.hearWitnesses();
    }

    @Test
    void nothingIsLostWhenConnectionsAreCut() throws Exception {
        List<UUID> everybody = IntStream.range(0, 4).mapToObj(i -> people.register("ben").id).toList();
        Quote quote = quotes.give(everybody.get(0), PriceKey.of("local/crossfade", "480p"), Duration.ofSeconds(5));
        long seed = System.nanoTime();
        Log.infof("Seed %d", seed);
        List<Callable<Integer>> work = new ArrayList<>();
        IntStream.range(0, WORKERS).forEach(worker -> work.add(() -> work(everybody, quote, new Random(seed + worker))));
        work.add(() -> saboteur.cutWhile(() -> finished.getCount() > 0));

        List<Integer> results = Together.run(work);

        Log.infof("%d connections were cut, %d verbs failed", results.remove(WORKERS),
                results.stream().mapToInt(Integer::intValue).sum());
        saboteur.discardDeadConnections();
        assertNoViolations();
        promised.forEach((generation, state) -> assertThat(ledger.holdOf(generation).orElseThrow().state())
                .as("what was answered for %s", generation).isIn((Object[]) stateAfter(state)));
        assertThat(promised).hasSizeGreaterThan(WORKERS);
    }

    /** Returns how many verbs failed. */
    private int work(List<UUID> everybody, Quote quote, Random random) {
        int failed = 0;
        for (int job = 0; job < JOBS; job++) {
            UUID generation = UUID.randomUUID();
            if (random.nextInt(CUT_EVERY) == 0) {
                saboteur.order();
            }
            UUID owner = everybody.get(random.nextInt(everybody.size()));
            failed += survives(() -> ledger.hold(owner, generation, quote, "Shot 3")) ? 0 : 1;
            failed += survives(() -> random.nextBoolean() ? ledger.release(generation, "cancelled")
                    : ledger.capture(generation, Credits.ofMillis(random.nextInt(500)), "shorter")) ? 0 : 1;
        }
        finished.countDown();
        return failed;
    }

    private boolean survives(Callable<Hold> verb) {
        try {
            Hold hold = QuarkusTransaction.requiringNew().call(verb);
            promised.put(hold.generation(), hold.state());
            return true;
        } catch (RuntimeException e) {
            // The connection was cut, or the hold this is about was never made for that reason.
            return false;
        }
    }

    /** A resolution whose commit was cut off before the answer may have happened all the same. */
    private static Hold.State[] stateAfter(Hold.State state) {
        return state == Hold.State.OPEN ? Hold.State.values() : new Hold.State[] { state };
    }
}
