package app.inbetween.ledger;

import static app.inbetween.ledger.Bookkeeper.balance;
import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.account.People;
import app.inbetween.price.Credits;
import app.inbetween.price.PriceKey;
import app.inbetween.price.Quote;
import app.inbetween.price.Quotes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class LedgerTest {

    private static final Credits WELCOME = Credits.of(100);

    @Inject
    Ledger ledger;
    @Inject
    Quotes quotes;
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
    void aNewPersonIsWelcomedWithCredits() {
        assertThat(ledger.balance(ben)).isEqualTo(balance(100, 0, 0));
        assertThat(ledger.balance(ben).granted()).isEqualTo(WELCOME);
    }

    @Test
    void aGrantIsAvailableAtOnce() {
        ledger.grant(Grant.of(ben, Credits.of(300), "Spring film", key()));

        assertThat(ledger.balance(ben)).isEqualTo(balance(400, 0, 0));
    }

    @Test
    void aGrantMadeTwiceCountsOnce() {
        String key = key();
        ledger.grant(Grant.of(ben, Credits.of(5), "Spring film", key));

        ledger.grant(Grant.of(ben, Credits.of(5), "Spring film", key));

        assertThat(ledger.balance(ben)).isEqualTo(balance(105, 0, 0));
    }

    @Test
    void aKeyNamesOneGrantOnly() {
        String key = key();
        UUID cleo = people.register("cleo").id;
        ledger.grant(Grant.of(ben, Credits.of(5), "Spring film", key));

        assertThatThrownBy(() -> ledger.grant(Grant.of(ben, Credits.of(6), "More", key)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ledger.grant(Grant.of(cleo, Credits.of(5), "More", key)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aGrantOfNothingIsRefused() {
        assertThatThrownBy(() -> ledger.grant(Grant.of(ben, Credits.ZERO, "Nothing", key())))
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
        Quote quote = quotes.give(ben, PriceKey.of("local/flow", "480p"), Duration.ofMillis(5041));

        Hold made = QuarkusTransaction.requiringNew().call(() -> ledger.hold(ben, generation, quote, "Shot 3"));

        Hold stored = ledger.holdOf(generation).orElseThrow();
        assertThat(stored).usingRecursiveComparison().ignoringFields("since").isEqualTo(made);
        assertThat(stored.quote()).contains(quote.id());
        assertThat(stored.rate()).isEqualTo(quote.rate());
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
                () -> books.hold(ben, UUID.randomUUID(), 40));

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

        assertThatThrownBy(() -> books.hold(cleo, generation, 10))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ledger.balance(cleo)).isEqualTo(balance(100, 0, 0));
    }

    @Test
    void theHoldIsUndoneWithTheTransactionOfItsCaller() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
            ledger.hold(ben, generation, books.quote(ben, 10), "Shot 3");
            throw new IllegalArgumentException("The generation could not be stored");
        })).isInstanceOf(IllegalArgumentException.class);

        assertThat(ledger.holdOf(generation)).isEmpty();
        assertThat(ledger.balance(ben)).isEqualTo(balance(100, 0, 0));
    }

    @Test
    void aHoldNeedsTheTransactionOfItsCaller() {
        assertThatThrownBy(() -> ledger.hold(ben, generation, books.quote(ben, 10), "Shot 3"))
                .isInstanceOf(TransactionalException.class);
    }

    private Hold hold(int credits) {
        return books.hold(ben, generation, credits);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
