package app.inbetween.generation;

import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.SettableClock;
import app.inbetween.fakes.FakeDashScope;
import app.inbetween.fakes.FakeProvider;
import app.inbetween.fakes.FakeTask;
import app.inbetween.fakes.Fakes;
import app.inbetween.fakes.Trouble;
import app.inbetween.generation.Studio.Person;
import app.inbetween.generation.pace.Breaker;
import app.inbetween.generation.pace.Lane;
import app.inbetween.ledger.Grant;
import app.inbetween.ledger.Ledger;
import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Many clips at once for providers that give a new account what they document, and no more. */
@QuarkusTest
@TestProfile(FakeStudio.class)
class LimitsKeptTest {

    private static final int CLIPS = 6;

    /** Filled by its test resource. */
    Fakes fakes;

    @Inject
    Studio studio;
    @Inject
    PriceListener prices;
    @Inject
    Ledger ledger;
    @Inject
    Breaker breaker;
    @Inject
    SettableClock clock;

    @BeforeEach
    void openTheStudio() {
        studio.clear();
        prices.listen();
        // Stopped, so that what is taken up at a moment arrives at that moment.
        clock.set(Instant.now());
        fakes.clear(clock);
    }

    @AfterEach
    void theBooksAreInOrder() {
        clock.reset();
        studio.clear();
        assertNoViolations();
    }

    @Test
    void nobodyIsAskedForMoreThanANewAccountMayHave() {
        Person person = studio.person("many clips");
        ledger.grant(Grant.of(person.id(), Credits.of(10_000), "for many clips", UUID.randomUUID().toString()));
        fakes.all().forEach(fake -> {
            for (int i = 0; i < CLIPS; i++) {
                studio.asksAt(person, fake.name());
            }
        });

        draw(2);
        assertThat(made()).as("the sixth at WaveSpeed waits for the minute to be over").isEqualTo(Map.of("comfyui", 2,
                "dashscope", 4, "fal", 4, "kolbo", CLIPS, "wavespeed", 5));

        draw(CLIPS - 2);
        assertThat(made().values()).containsOnly(CLIPS);
        assertThat(fakes.all()).allSatisfy(fake -> assertThat(fake.overruns()).as(fake.name()).isEmpty());
    }

    /** Each is looked for among all the others: that is one question for the list, and one for each of them. */
    @Test
    void whoLooksForLostClipsAsksNoMoreThanThatEither() {
        Person person = studio.person("lost clips");
        FakeDashScope dashscope = fakes.the(FakeDashScope.class);
        List<Generation> clips = Stream.generate(() -> studio.asksAt(person, dashscope.name())).limit(CLIPS).toList();
        for (int i = 0; i < CLIPS / 2; i++) {
            dashscope.announce(Trouble.CREATED_THEN_CLOSED);
            dashscope.announce(Trouble.CREATED_THEN_CLOSED);
            studio.dispatch();
            dashscope.tasks().forEach(FakeTask::complete);
            // Five answers that are lost in a row would have it left alone.
            breaker.worked(dashscope.name(), Lane.SUBMIT);
            clock.advance(Duration.ofSeconds(1));
        }

        clock.advance(Duration.ofMinutes(1));
        studio.reconcile();
        assertThat(dashscope.made()).isEqualTo(CLIPS);
        assertThat(dashscope.log()).filteredOn(line -> line.startsWith("GET")).as("as many as may be").hasSize(20);
        clock.advance(Duration.ofMinutes(6));
        studio.reconcile();

        assertThat(clips).allSatisfy(clip -> assertThat(studio.now(clip).state).isEqualTo(State.UNKNOWN));
        assertThat(dashscope.overruns()).isEmpty();
    }

    /** Each round takes 57 seconds, after which all that was sent is drawn. */
    private void draw(int rounds) {
        for (int i = 0; i < 3 * rounds; i++) {
            if (i % 3 == 0) {
                studio.dispatch();
            }
            clock.advance(Duration.ofSeconds(19));
            studio.poll();
            studio.save();
        }
    }

    private Map<String, Integer> made() {
        return fakes.all().stream().collect(Collectors.toMap(FakeProvider::name, FakeProvider::made));
    }
}
