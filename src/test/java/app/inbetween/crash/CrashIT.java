package app.inbetween.crash;

import static app.inbetween.books.BookAssertions.assertBalanced;
import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import app.inbetween.generation.Generation;
import app.inbetween.generation.State;
import app.inbetween.generation.Studio;
import app.inbetween.generation.Studio.Person;
import app.inbetween.ledger.Ledger;
import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;

/** A real second process is killed with no warning; the next one must end what it left, with every credit in its place. */
@QuarkusTest
class CrashIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int ROUNDS = 20;

    @Inject
    Studio studio;
    @Inject
    Ledger ledger;
    @Inject
    DataSource database;

    private Person ben;

    @BeforeAll
    static void prepareForManyStarts() throws Exception {
        Node.prepare();
    }

    @BeforeEach
    void openTheStudio() {
        studio.clear();
        ben = studio.person("ben");
    }

    @AfterEach
    void theBooksAreInOrder() {
        assertNoViolations();
    }

    @ParameterizedTest
    @EnumSource
    void killedAt(CrashPoint point) throws Exception {
        Generation clip = studio.asksForLocalClip(ben);

        try (CrashPoint.Barrier barrier = point.raise(database); Node node = Node.start()) {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> reached(barrier, node));
            node.kill();
        }

        finish(List.of(clip));
    }

    @Test
    void twentyBlindKills() throws Exception {
        long seed = System.nanoTime();
        System.out.println("Blind kills with seed " + seed);
        Random random = new Random(seed);
        List<Person> people = Stream.generate(() -> studio.person("someone")).limit(4).toList();
        List<Generation> clips = people.stream()
                .flatMap(person -> IntStream.range(0, 8).mapToObj(i -> studio.asksForLocalClip(person))).toList();

        for (int round = 0; round < ROUNDS; round++) {
            try (Node node = Node.start()) {
                await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(node::isListening);
                Thread.onSpinWait();
                await().pollDelay(Duration.ofMillis(random.nextInt(2500))).until(() -> true);
                node.kill();
            }
            assertNoViolations();
        }

        finish(clips);
    }

    private boolean reached(CrashPoint.Barrier barrier, Node node) throws Exception {
        assertThat(node.isAlive()).as(node::log).isTrue();
        return barrier.isReached();
    }

    /** One more process ends everything, each clip with one film, and what the dead ones left lying is swept up. */
    private void finish(List<Generation> clips) throws Exception {
        try (Node node = Node.start()) {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100))
                    .until(() -> clips.stream().allMatch(clip -> studio.now(clip).isFinished()) || !node.isAlive());
            assertThat(clips).as(node::log).allSatisfy(clip -> assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED));
        }
        assertThat(clips).allSatisfy(clip -> {
            assertThat(studio.videosOf(clip)).isEqualTo(1);
            assertThat(studio.now(clip).charge()).isEqualTo(clip.hold());
            assertThat(ledger.balance(clip.owner).held()).isEqualTo(Credits.ZERO);
        });
        assertThat(studio.filesWithoutRow()).as("after the janitor").isEmpty();
        assertBalanced(clips.stream().map(clip -> clip.owner).distinct().toArray(UUID[]::new));
    }
}
