package app.inbetween.generation;

import static app.inbetween.books.BookAssertions.assertBalanced;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.generation.Studio.Person;
import app.inbetween.ledger.Saboteur;
import app.inbetween.ledger.Together;
import app.inbetween.provider.Reconciliation;
import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;

/** Two hundred connections are cut while people ask for clips and workers make them; in the end the books are in order. */
@QuarkusTest
class StudioUnderFireTest extends OpenStudio {

    private static final int CUTS = 200;
    private static final int PEOPLE = 4;
    private static final int CLIPS = 10;

    @Inject
    Saboteur saboteur;

    private final ConcurrentLinkedQueue<Generation> clips = new ConcurrentLinkedQueue<>();
    private final AtomicInteger ordered = new AtomicInteger();
    private volatile boolean done;

    @BeforeEach
    void hushWitnesses() {
        saboteur.hushWitnesses();
        provider.onReconcile = () -> new Reconciliation.Found("found-" + UUID.randomUUID());
    }

    @AfterEach
    void hearWitnesses() {
        saboteur.hearWitnesses();
    }

    @Test
    void everyClipIsMadeOnceAndPaidOnce() throws Exception {
        long seed = System.nanoTime();
        Log.infof("Seed %d", seed);
        List<Person> people = IntStream.range(0, PEOPLE).mapToObj(i -> studio.person("under fire")).toList();
        List<Callable<Integer>> work = new ArrayList<>();
        people.forEach(person -> work.add(() -> ask(person, new Random(seed + person.id().hashCode()))));
        work.add(() -> make(new Random(seed)));
        work.add(() -> saboteur.cutWhile(() -> !done));

        List<Integer> counts = Together.run(work);

        Log.infof("%d connections were cut", counts.get(counts.size() - 1));
        saboteur.discardDeadConnections();
        assertThat(clips).hasSize(PEOPLE * CLIPS).allSatisfy(clip -> {
            assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
            assertThat(studio.videosOf(clip)).isEqualTo(1);
        });
        assertBalanced(people.stream().map(Person::id).toArray(UUID[]::new));
    }

    /** With the same key until there is an answer, as a person presses again. */
    private int ask(Person person, Random random) {
        for (int clip = 0; clip < CLIPS; clip++) {
            Ask[] ask = new Ask[1];
            insist(random, () -> ask[0] = studio.ask(person, UUID.randomUUID().toString()));
            insist(random, () -> clips.add(generations.ask(ask[0])));
        }
        return 0;
    }

    private int make(Random random) {
        while (ordered.get() < CUTS || clips.size() < PEOPLE * CLIPS || clips.stream().anyMatch(this::isUnfinished)) {
            List.<Runnable> of(studio::dispatch, studio::poll, studio::save, studio::reconcile, studio::rescue,
                    studio::loseLeases).forEach(verb -> attempt(random, verb));
            clock.advance(Studio.aLongTime().dividedBy(1000));
        }
        done = true;
        return 0;
    }

    private boolean isUnfinished(Generation clip) {
        boolean[] unfinished = { true };
        attempt(new Random(0), () -> unfinished[0] = !studio.now(clip).isFinished());
        return unfinished[0];
    }

    private void insist(Random random, Runnable verb) {
        boolean succeeded = false;
        while (!succeeded) {
            succeeded = attempt(random, verb);
        }
    }

    /** Cuts a connection in the middle of about every third verb, until enough were cut. */
    private boolean attempt(Random random, Runnable verb) {
        try {
            if (random.nextInt(3) == 0 && ordered.get() < CUTS && ordered.incrementAndGet() <= CUTS) {
                saboteur.order();
            }
            verb.run();
            return true;
        } catch (RuntimeException e) {
            // The connection was cut; whoever does this for a living tries again.
            return false;
        }
    }
}
