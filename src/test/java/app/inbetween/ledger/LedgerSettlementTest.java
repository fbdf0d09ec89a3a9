package app.inbetween.ledger;

import static app.inbetween.ledger.Bookkeeper.balance;
import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.account.People;
import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class LedgerSettlementTest {

    @Inject
    Ledger ledger;
    @Inject
    Bookkeeper books;
    @Inject
    People people;

    private final UUID generation = UUID.randomUUID();
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
    void aCaptureSpendsWhatWasHeld() {
        hold(40);

        Hold captured = capture(40);

        assertThat(captured.state()).isEqualTo(Hold.State.CAPTURED);
        assertThat(ledger.balance(ben)).isEqualTo(balance(60, 0, 40));
    }

    @Test
    void aPartialCaptureReturnsTheRest() {
        hold(40);

        capture(25);

        assertThat(ledger.balance(ben)).isEqualTo(balance(75, 0, 25));
    }

    @Test
    void aCaptureOfNothingReturnsEverything() {
        hold(40);

        assertThat(capture(0).state()).isEqualTo(Hold.State.CAPTURED);
        assertThat(ledger.balance(ben)).isEqualTo(balance(100, 0, 0));
    }

    @Test
    void moreThanWasHeldIsNeverCaptured() {
        hold(40);

        assertThatThrownBy(() -> capture(41)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.balance(ben)).isEqualTo(balance(60, 40, 0));
    }

    @Test
    void aHoldChargesForWhatWasBilledAtItsOwnRateAndNeverMoreThanItself() {
        Hold hold = hold(5);

        assertThat(hold.costOf(Duration.ofSeconds(3))).isEqualTo(Credits.of(3));
        assertThat(hold.costOf(Duration.ofSeconds(6))).isEqualTo(Credits.of(5));
        assertThat(hold.costOf(Duration.ZERO)).isEqualTo(Credits.ZERO);
    }

    @Test
    void aReleaseReturnsWhatWasHeld() {
        hold(40);

        Hold released = release();

        assertThat(released.state()).isEqualTo(Hold.State.RELEASED);
        assertThat(ledger.balance(ben)).isEqualTo(balance(100, 0, 0));
    }

    @Test
    void whatIsCapturedStaysCaptured() {
        hold(40);
        capture(30);

        assertThat(release().state()).isEqualTo(Hold.State.CAPTURED);
        assertThat(capture(40).captured()).isEqualTo(Credits.of(30));
        assertThat(hold(40).state()).isEqualTo(Hold.State.CAPTURED);
        assertThat(ledger.balance(ben)).isEqualTo(balance(70, 0, 30));
    }

    @Test
    void whatIsReleasedStaysReleased() {
        hold(40);
        release();

        assertThat(capture(40).state()).isEqualTo(Hold.State.RELEASED);
        assertThat(release().state()).isEqualTo(Hold.State.RELEASED);
        assertThat(ledger.balance(ben)).isEqualTo(balance(100, 0, 0));
    }

    @Test
    void whatWasNeverHeldCannotBeResolved() {
        assertThatThrownBy(() -> capture(1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(this::release).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRefundGivesBackWhatWasSpent() {
        hold(40);
        capture(30);

        ledger.refund(generation, Correction.of(Credits.of(10), "last frame missed", key()));
        Hold refunded = ledger.refund(generation, Correction.of(Credits.of(20), "last frame missed", key()));

        assertThat(refunded.refundable()).isEqualTo(Credits.ZERO);
        assertThat(ledger.balance(ben)).isEqualTo(balance(100, 0, 0));
    }

    @Test
    void aRefundMadeTwiceCountsOnce() {
        String key = key();
        hold(40);
        capture(40);
        ledger.refund(generation, Correction.of(Credits.of(40), "last frame missed", key));

        Hold again = ledger.refund(generation, Correction.of(Credits.of(40), "last frame missed", key));

        assertThat(again.refunded()).isEqualTo(Credits.of(40));
        assertThat(ledger.balance(ben)).isEqualTo(balance(100, 0, 0));
    }

    @Test
    void refundsNeverExceedWhatWasCaptured() {
        hold(40);
        capture(30);
        ledger.refund(generation, Correction.of(Credits.of(20), "last frame missed", key()));

        assertThatThrownBy(() -> ledger.refund(generation, Correction.of(Credits.of(11), "last frame missed", key())))
                .isInstanceOf(RefundRefusedException.class)
                .hasMessage("Of what “Shot 3” cost, 10 can be given back, not 11.");
        assertThat(ledger.balance(ben)).isEqualTo(balance(90, 0, 10));
    }

    @Test
    void whatWasNotCapturedIsNotRefunded() {
        hold(40);

        assertThatThrownBy(() -> ledger.refund(generation, Correction.of(Credits.of(1), "last frame missed", key())))
                .isInstanceOf(RefundRefusedException.class);
    }

    private Hold hold(int credits) {
        return books.hold(ben, generation, credits);
    }

    private Hold capture(int credits) {
        return books.capture(generation, Credits.of(credits), "");
    }

    private Hold release() {
        return books.release(generation);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
