package app.inbetween.budget;

import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.account.People;
import app.inbetween.ledger.Bookkeeper;
import app.inbetween.ledger.Correction;
import app.inbetween.ledger.Grant;
import app.inbetween.ledger.Ledger;
import app.inbetween.notice.Notice;
import app.inbetween.notice.Notices;
import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;

/** Told at 20 credits and at 5; everyone begins with 100. */
@QuarkusTest
class LowBalanceTest {

    @Inject
    People people;
    @Inject
    Bookkeeper books;
    @Inject
    Ledger ledger;
    @Inject
    Notices notices;

    private UUID ben;

    @BeforeEach
    void register() {
        ben = people.register("ben").id;
    }

    @AfterEach
    void theBooksAreInOrder() {
        assertNoViolations();
    }

    @Test
    void isNotToldAboveTheThreshold() {
        spend(79);

        assertThat(told()).isEmpty();
    }

    @Test
    void isToldAtTheThresholdAndNotAgainBelowIt() {
        spend(80);
        assertThat(told()).containsExactly("You have 20 credits left");

        putAway();
        spend(5);

        assertThat(told()).isEmpty();
    }

    @Test
    void isToldAgainAtTheNextThresholdInPlaceOfTheFirst() {
        spend(85);
        spend(14);

        assertThat(told()).containsExactly("You have 1 credit left");
    }

    @Test
    void oneMovementAcrossSeveralThresholdsIsToldOnce() {
        spend(100);

        assertThat(told()).containsExactly("You have no credits left");
    }

    @Test
    void whatIsOnlyHeldAndReturnedIsNotToldAgainOnceItWasPutAway() {
        release(hold(90));
        assertThat(told()).as("no longer so").isEmpty();
        UUID held = hold(90);
        assertThat(told()).as("nobody has put it away").containsExactly("You have 10 credits left");

        putAway();
        release(held);
        hold(90);

        assertThat(told()).isEmpty();
    }

    @Test
    void isToldAgainAfterCreditsCame() {
        spend(85);
        putAway();
        grant(30);
        assertThat(told()).isEmpty();

        spend(30);

        assertThat(told()).containsExactly("You have 15 credits left");
    }

    @Test
    void isToldAgainAfterSomethingWasSpentAndReturned() {
        UUID large = hold(85);
        putAway();
        release(large);
        spend(50);

        spend(32);

        assertThat(told()).containsExactly("You have 18 credits left");
    }

    @Test
    void newCreditsTakeBackWhatWasTold() {
        spend(97);
        grant(7);
        assertThat(told()).as("10 are above 5, and were told of at 20 when it was less").isEmpty();

        grant(50);

        assertThat(told()).isEmpty();
    }

    @Test
    void isToldWhenCreditsAreTakenBack() {
        ledger.takeBack(ben, Correction.of(Credits.of(96), "by mistake", UUID.randomUUID().toString()));

        assertThat(told()).containsExactly("You have 4 credits left");
    }

    private UUID hold(int credits) {
        UUID generation = UUID.randomUUID();
        books.hold(ben, generation, credits);
        return generation;
    }

    private void spend(int credits) {
        books.capture(hold(credits), Credits.of(credits), "");
    }

    private void release(UUID generation) {
        books.release(generation);
    }

    private void grant(int credits) {
        ledger.grant(Grant.of(ben, Credits.of(credits), "more", UUID.randomUUID().toString()));
    }

    private void putAway() {
        notices.of(ben).forEach(notice -> notices.dismiss(ben, notice.id()));
    }

    private List<String> told() {
        return notices.of(ben).stream().map(Notice::title).toList();
    }
}
