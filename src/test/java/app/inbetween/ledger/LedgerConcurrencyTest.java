package app.inbetween.ledger;

import static app.inbetween.ledger.Bookkeeper.balance;
import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.account.People;
import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;

/** A new person has 100 credits; a job takes 10 of them. */
@QuarkusTest
class LedgerConcurrencyTest {

    private static final int THREADS = 100;
    private static final Credits JOB = Credits.of(10);

    @Inject
    Ledger ledger;
    @Inject
    Bookkeeper books;
    @Inject
    People people;

    private UUID ben;

    @BeforeEach
    void registerBen() {
        ben = people.register("ben").id;
    }

    @AfterEach
    void theBooksAreInOrder() {
        assertNoViolations();
    }

    @Test
    void exactlyAsManyHoldsWinAsThereAreCreditsFor() throws Exception {
        List<Boolean> won = Together.run(Collections.nCopies(THREADS, () -> wins(UUID.randomUUID())));

        assertThat(won).filteredOn(Boolean::booleanValue).hasSize(10);
        assertThat(ledger.balance(ben)).isEqualTo(balance(0, 100, 0));
    }

    @Test
    void manyClicksOnOneGenerationMakeOneHold() throws Exception {
        UUID generation = UUID.randomUUID();

        List<UUID> holds = Together.run(Collections.nCopies(THREADS, () -> hold(generation).id()));

        assertThat(holds).hasSize(THREADS).containsOnly(holds.get(0));
        assertThat(ledger.balance(ben)).isEqualTo(balance(90, 10, 0));
    }

    @Test
    void manyClicksWithTheLastCreditsMakeOneHold() throws Exception {
        ledger.grant(Grant.of(ben, Credits.of(1), "Odd", ben.toString()));
        IntStream.range(0, 9).forEach(i -> hold(UUID.randomUUID()));
        UUID generation = UUID.randomUUID();

        List<UUID> holds = Together.run(Collections.nCopies(THREADS, () -> hold(generation).id()));

        assertThat(holds).hasSize(THREADS).containsOnly(holds.get(0));
        assertThat(ledger.balance(ben)).isEqualTo(balance(1, 100, 0));
    }

    @Test
    void aHoldIsResolvedOneWayOnly() throws Exception {
        for (int round = 0; round < 30; round++) {
            UUID generation = UUID.randomUUID();
            Credits before = ledger.balance(ben).available();
            hold(generation);

            List<Hold.State> answers = Together.run(List.of(() -> books.capture(generation, Credits.ofMillis(10), "").state(),
                    () -> books.release(generation).state()));

            Hold.State state = ledger.holdOf(generation).orElseThrow().state();
            assertThat(answers).containsOnly(state);
            Credits due = state == Hold.State.CAPTURED ? before.minus(Credits.ofMillis(10)) : before;
            assertThat(ledger.balance(ben).available()).isEqualTo(due);
        }
    }

    @Test
    void aRefundRequestedManyTimesIsPaidOnce() throws Exception {
        UUID generation = UUID.randomUUID();
        hold(generation);
        books.capture(generation, JOB, "");
        String key = UUID.randomUUID().toString();

        Together.run(
                Collections.nCopies(THREADS, () -> ledger.refund(generation, Correction.of(Credits.of(4), "missed", key))));

        assertThat(ledger.balance(ben)).isEqualTo(balance(94, 0, 6));
    }

    /** Locks taken in two orders would meet here: every thread moves the credits of the same few people in turn. */
    @Test
    void movementsOfManyPeopleNeverWaitForEachOtherInACircle() throws Exception {
        List<UUID> everybody = IntStream.range(0, 4).mapToObj(i -> people.register("cleo").id).toList();
        List<Callable<Void>> work = new ArrayList<>();
        for (int thread = 0; thread < 16; thread++) {
            work.add(() -> moveCreditsOf(everybody));
        }

        Together.run(work);

        for (UUID user : everybody) {
            assertThat(ledger.balance(user).held()).isEqualTo(Credits.ZERO);
        }
    }

    private Void moveCreditsOf(List<UUID> everybody) {
        for (int round = 0; round < 10; round++) {
            for (UUID user : everybody) {
                UUID generation = UUID.randomUUID();
                books.hold(user, generation, 1);
                books.capture(generation, Credits.ofMillis(600), "shorter");
                ledger.refund(generation, Correction.of(Credits.ofMillis(600), "missed", generation.toString()));
            }
        }
        return null;
    }

    private boolean wins(UUID generation) {
        try {
            return hold(generation).isOpen();
        } catch (InsufficientCreditsException e) {
            return false;
        }
    }

    private Hold hold(UUID generation) {
        return books.hold(ben, generation, 10);
    }
}
