package app.inbetween.ledger;

import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.account.People;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class LedgerTest {

    private static final Credits WELCOME = Credits.of(100);

    @Inject
    Ledger ledger;
    @Inject
    PriceBook prices;
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
    void aNewPersonIsWelcomedWithCredits() {
        assertThat(ledger.balance(ben)).isEqualTo(balance(100, 0, 0));
        assertThat(ledger.balance(ben).granted()).isEqualTo(WELCOME);
    }

    @Test
    void aGrantIsAvailableAtOnce() {
        ledger.grant(ben, Credits.of(300), "Spring film", key());

        assertThat(ledger.balance(ben)).isEqualTo(balance(400, 0, 0));
    }

    @Test
    void aGrantMadeTwiceCountsOnce() {
        String key = key();
        ledger.grant(ben, Credits.of(5), "Spring film", key);

        ledger.grant(ben, Credits.of(5), "Spring film", key);

        assertThat(ledger.balance(ben)).isEqualTo(balance(105, 0, 0));
    }

    @Test
    void aKeyNamesOneGrantOnly() {
        String key = key();
        UUID cleo = people.register("cleo").id;
        ledger.grant(ben, Credits.of(5), "Spring film", key);

        assertThatThrownBy(() -> ledger.grant(ben, Credits.of(6), "More", key)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ledger.grant(cleo, Credits.of(5), "More", key)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aGrantOfNothingIsRefused() {
        assertThatThrownBy(() -> ledger.grant(ben, Credits.ZERO, "Nothing", key()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHoldSetsThePriceAside() {
        Hold hold = hold(40);

        assertThat(hold.isOpen()).isTrue();
        assertThat(hold.amount()).isEqualTo(Credits.of(40));
        assertThat(ledger.balance(ben)).isEqualTo(balance(60, 40, 0));
    }

    @Test
    void aHoldRemembersThePriceItWasMadeAt() {
        Quote quote = prices.quote("local/flow", "480p", Duration.ofMillis(5041));

        Hold made = inTransaction(() -> ledger.hold(ben, generation, quote, "Shot 3"));

        Hold stored = ledger.holdOf(generation).orElseThrow();
        assertThat(stored).usingRecursiveComparison().ignoringFields("since").isEqualTo(made);
        assertThat(stored.quote()).isEqualTo(quote);
        assertThat(stored.title()).isEqualTo("Shot 3");
    }

    @Test
    void aHoldMadeTwiceIsTheSameHold() {
        Hold first = hold(60);

        Hold second = hold(60);
        Hold third = hold(10);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(third.id()).isEqualTo(first.id());
        assertThat(ledger.balance(ben)).isEqualTo(balance(40, 60, 0));
    }

    @Test
    void holdRefusesMoreThanIsAvailable() {
        hold(88);

        InsufficientCreditsException refusal = catchThrowableOfType(InsufficientCreditsException.class,
                () -> inTransaction(() -> ledger.hold(ben, UUID.randomUUID(), quote(40), "Shot 4")));

        assertThat(refusal).hasMessage("This takes 40 credits and you have 12.");
        assertThat(refusal.needed()).isEqualTo(Credits.of(40));
        assertThat(refusal.available()).isEqualTo(Credits.of(12));
        assertThat(ledger.balance(ben)).isEqualTo(balance(12, 88, 0));
    }

    @Test
    void holdTakesTheLastCredit() {
        hold(100);

        assertThat(ledger.balance(ben)).isEqualTo(balance(0, 100, 0));
    }

    @Test
    void nobodyHoldsForTheGenerationOfSomebodyElse() {
        UUID cleo = people.register("cleo").id;
        hold(10);

        assertThatThrownBy(() -> inTransaction(() -> ledger.hold(cleo, generation, quote(10), "Shot 3")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ledger.balance(cleo)).isEqualTo(balance(100, 0, 0));
    }

    @Test
    void theHoldIsUndoneWithTheTransactionOfItsCaller() {
        assertThatThrownBy(() -> inTransaction(() -> {
            ledger.hold(ben, generation, quote(10), "Shot 3");
            throw new IllegalArgumentException("The generation could not be stored");
        })).isInstanceOf(IllegalArgumentException.class);

        assertThat(ledger.holdOf(generation)).isEmpty();
        assertThat(ledger.balance(ben)).isEqualTo(balance(100, 0, 0));
    }

    @Test
    void aHoldNeedsTheTransactionOfItsCaller() {
        assertThatThrownBy(() -> ledger.hold(ben, generation, quote(10), "Shot 3"))
                .isInstanceOf(TransactionalException.class);
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
        Hold hold = inTransaction(
                () -> ledger.hold(ben, generation, prices.quote("local/flow", "720p", Duration.ofSeconds(5)), "Shot 3"));

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

        ledger.refund(generation, Credits.of(10), "last frame missed", key());
        Hold refunded = ledger.refund(generation, Credits.of(20), "last frame missed", key());

        assertThat(refunded.refundable()).isEqualTo(Credits.ZERO);
        assertThat(ledger.balance(ben)).isEqualTo(balance(100, 0, 0));
    }

    @Test
    void aRefundMadeTwiceCountsOnce() {
        String key = key();
        hold(40);
        capture(40);
        ledger.refund(generation, Credits.of(40), "last frame missed", key);

        Hold again = ledger.refund(generation, Credits.of(40), "last frame missed", key);

        assertThat(again.refunded()).isEqualTo(Credits.of(40));
        assertThat(ledger.balance(ben)).isEqualTo(balance(100, 0, 0));
    }

    @Test
    void refundsNeverExceedWhatWasCaptured() {
        hold(40);
        capture(30);
        ledger.refund(generation, Credits.of(20), "last frame missed", key());

        assertThatThrownBy(() -> ledger.refund(generation, Credits.of(11), "last frame missed", key()))
                .isInstanceOf(RefundRefusedException.class)
                .hasMessage("Of what “Shot 3” cost, 10 can be given back, not 11.");
        assertThat(ledger.balance(ben)).isEqualTo(balance(90, 0, 10));
    }

    @Test
    void whatWasNotCapturedIsNotRefunded() {
        hold(40);

        assertThatThrownBy(() -> ledger.refund(generation, Credits.of(1), "last frame missed", key()))
                .isInstanceOf(RefundRefusedException.class);
    }

    private Hold hold(int credits) {
        return inTransaction(() -> ledger.hold(ben, generation, quote(credits), "Shot 3"));
    }

    private Hold capture(int credits) {
        return inTransaction(() -> ledger.capture(generation, Credits.of(credits), ""));
    }

    private Hold release() {
        return inTransaction(() -> ledger.release(generation, "cancelled"));
    }

    private Quote quote(int credits) {
        return prices.quote("local/flow", "720p", Duration.ofSeconds(credits));
    }

    private static Balance balance(int available, int held, int spent) {
        return new Balance(Credits.of(available), Credits.of(held), Credits.of(spent), Credits.of(available + held + spent));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }
}
