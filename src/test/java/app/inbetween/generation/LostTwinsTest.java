package app.inbetween.generation;

import static app.inbetween.books.BookAssertions.assertBalanced;
import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.SettableClock;
import app.inbetween.fakes.FakeProvider;
import app.inbetween.fakes.Fakes;
import app.inbetween.fakes.Trouble;
import app.inbetween.generation.Studio.Person;
import app.inbetween.ledger.Grant;
import app.inbetween.ledger.Ledger;
import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Two people ask DashScope for the same at the same time, and answers are lost: nobody gets the other's film. */
@QuarkusTest
@TestProfile(FakeStudio.class)
class LostTwinsTest {

    /** Filled by its test resource. */
    Fakes fakes;

    @Inject
    Studio studio;
    @Inject
    Ledger ledger;
    @Inject
    SettableClock clock;

    private FakeProvider fake;
    private Person tia;
    private Person una;

    @BeforeEach
    void openTheStudio() {
        studio.clear();
        fakes.all().forEach(FakeProvider::clear);
        fake = fakes.all().stream().filter(it -> it.name().equals("dashscope")).findFirst().orElseThrow();
        tia = rich("lost tia");
        una = rich("lost una");
    }

    @AfterEach
    void theBooksAreInOrder() {
        clock.reset();
        assertNoViolations();
        List.of(tia, una).forEach(person -> assertBalanced(person.id()));
    }

    @Test
    void whereOneAnswerIsLostBothGetTheirOwn() {
        Generation lost = studio.asksAt(tia, "dashscope");
        fake.announce(Trouble.CREATED_THEN_CLOSED);
        studio.dispatch();
        Generation other = studio.asksAt(una, "dashscope");
        studio.dispatch();

        work();

        assertThat(studio.now(lost).state).isEqualTo(State.SUCCEEDED);
        assertThat(studio.now(lost).attempt.remoteId).isEqualTo(fake.tasks().get(0).id());
        assertThat(studio.now(other).attempt.remoteId).isEqualTo(fake.tasks().get(1).id());
    }

    @Test
    void whereBothAreLostNeitherIsGuessed() {
        Generation first = studio.asksAt(tia, "dashscope");
        Generation second = studio.asksAt(una, "dashscope");
        fake.announce(Trouble.CREATED_THEN_CLOSED);
        fake.announce(Trouble.CREATED_THEN_502);
        studio.dispatch();

        work();

        assertThat(fake.tasks()).hasSize(2);
        assertThat(studio.now(first).state).isEqualTo(State.UNKNOWN);
        assertThat(studio.now(second).state).isEqualTo(State.UNKNOWN);
    }

    private void work() {
        for (int i = 0; i < 9; i++) {
            clock.advance(Duration.ofMinutes(6));
            studio.poll();
            studio.reconcile();
            studio.save();
        }
    }

    private Person rich(String name) {
        Person person = studio.person(name);
        ledger.grant(Grant.of(person.id(), Credits.of(1000), "for clips", UUID.randomUUID().toString()));
        return person;
    }
}
