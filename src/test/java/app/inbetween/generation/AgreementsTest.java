package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.ledger.SpendingLimit;
import app.inbetween.ledger.SpendingLimits;
import app.inbetween.price.Credits;
import app.inbetween.price.PriceKey;
import app.inbetween.price.Quote;
import app.inbetween.price.Quotes;
import io.quarkus.test.junit.QuarkusTest;

/** What is shown binds both sides; what was not shown is never charged. */
@QuarkusTest
class AgreementsTest {

    private static final Duration LENGTH = Duration.ofSeconds(5);
    private static final Duration QUOTED_FOR = Duration.ofMinutes(15);

    @Inject
    Agreements agreements;
    @Inject
    Quotes quotes;
    @Inject
    SpendingLimits limits;
    @Inject
    Studio studio;
    @Inject
    People people;
    @Inject
    SettableClock clock;

    private UUID ben;
    private PriceKey key;

    @BeforeEach
    void aSecondCostsTwoCredits() {
        ben = people.register("ben").id;
        key = PriceKey.of("scripted/agreed-" + UUID.randomUUID(), "tiny");
        clock.set(Instant.parse("2026-06-01T12:00:00Z"));
        pricedAt(1, 2000);
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void aPriceThatWasShownIsHonouredWhateverThePriceBookSaysNow() {
        Quote shown = quotes.give(ben, key, LENGTH);
        pricedAt(2, 5000);

        clock.advance(QUOTED_FOR.minusMillis(1));

        assertThat(agreements.concluded(ben, key, LENGTH, as(shown))).isEqualTo(shown);
        assertThat(agreements.proposed(ben, key, LENGTH, as(shown))).isEqualTo(shown);
    }

    @Test
    void anExpiredQuoteIsFollowedByOneAtTheSamePriceWithoutAWord() {
        Quote shown = quotes.give(ben, key, LENGTH);
        clock.advance(QUOTED_FOR);

        Quote agreed = agreements.concluded(ben, key, LENGTH, as(shown));

        assertThat(agreed.id()).isNotEqualTo(shown.id());
        assertThat(agreed.total()).isEqualTo(Credits.of(10));
        assertThat(agreed.expiresAt()).isEqualTo(clock.instant().plus(QUOTED_FOR));
    }

    @Test
    void onceItHasExpiredAnotherPriceIsAskedAbout() {
        Quote shown = quotes.give(ben, key, LENGTH);
        pricedAt(2, 2400);
        clock.advance(QUOTED_FOR);

        assertThatThrownBy(() -> agreements.concluded(ben, key, LENGTH, as(shown))).isInstanceOf(PriceChangedException.class)
                .hasMessage("The price is now 12 credits, not 10.");
        assertThat(agreements.proposed(ben, key, LENGTH, as(shown)).total()).isEqualTo(Credits.of(12));
    }

    @Test
    void whatHasBecomeFreeAndWhatIsNoLongerFreeIsSaidInWords() {
        Quote shown = quotes.give(ben, key, LENGTH);
        pricedAt(2, 0);
        Quote free = quotes.give(ben, key, LENGTH);
        clock.advance(QUOTED_FOR);

        assertThatThrownBy(() -> agreements.concluded(ben, key, LENGTH, as(shown)))
                .hasMessage("The price is now free, not 10.");
        pricedAt(3, 2000);
        assertThatThrownBy(() -> agreements.concluded(ben, key, LENGTH, as(free)))
                .hasMessage("The price is now 10 credits, not free.");
    }

    @Test
    void aButtonThatIsDrawnAgainShowsTheBetterOfTheTwoPrices() {
        Quote shown = quotes.give(ben, key, LENGTH);
        pricedAt(2, 1000);

        assertThat(agreements.proposed(ben, key, LENGTH, as(shown)).total()).isEqualTo(Credits.of(5));
        assertThat(agreements.concluded(ben, key, LENGTH, as(shown))).as("what was pressed counts").isEqualTo(shown);
    }

    @Test
    void whatSomebodyElseWasShownCountsForNothing() {
        Quote cheap = quotes.give(ben, key, LENGTH);
        pricedAt(2, 5000);
        UUID cleo = people.register("cleo").id;

        assertThatThrownBy(() -> agreements.concluded(cleo, key, LENGTH, as(cheap)))
                .hasMessage("The price is now 25 credits, not 10.");
    }

    @Test
    void whatWasShownForOtherSettingsCountsForNothing() {
        Quote other = quotes.give(ben, key, LENGTH.minusSeconds(1));
        PriceKey fast = new PriceKey(key.model(), key.resolution(), "fast");

        assertThatThrownBy(() -> agreements.concluded(ben, key, LENGTH, as(other)))
                .hasMessage("The price is now 10 credits, not 8.");
        assertThat(quotes.give(ben, key, LENGTH).isFor(fast, LENGTH)).isFalse();
    }

    @Test
    void aQuoteAtAnotherPriceThanTheOneOnTheButtonIsNotWhatWasAgreed() {
        Quote quote = quotes.give(ben, key, LENGTH);
        ShownPrice forged = new ShownPrice(Optional.of(quote.id()), Optional.of(Credits.of(1)), Optional.empty());

        assertThatThrownBy(() -> agreements.concluded(ben, key, LENGTH, forged))
                .hasMessage("The price is now 10 credits, not 1.");
        assertThatThrownBy(() -> agreements.concluded(ben, key, LENGTH, ShownPrice.NONE))
                .hasMessage("The price is now 10 credits.");
    }

    @Test
    void whoWantsToBeAskedIsAskedAboutEachPriceAboveThatOnce() {
        asksAbove(9);
        Quote shown = quotes.give(ben, key, LENGTH);

        assertThatThrownBy(() -> agreements.concluded(ben, key, LENGTH, as(shown))).isInstanceOf(AskFirstException.class)
                .hasMessage("This takes 10 credits, more than the 9 above which you want to be asked.");
        assertThat(agreements.concluded(ben, key, LENGTH, confirmed(shown))).isEqualTo(shown);

        clock.advance(QUOTED_FOR);
        assertThatThrownBy(() -> agreements.concluded(ben, key, LENGTH, confirmed(shown)))
                .as("a yes is to one quote").isInstanceOf(AskFirstException.class);
        asksAbove(10);
        assertThat(agreements.concluded(ben, key, LENGTH, as(shown)).total()).isEqualTo(Credits.of(10));
    }

    private void pricedAt(int version, long millicredits) {
        studio.price(key.model(), version, millicredits, 0, clock.instant().minusMillis(10 - version));
    }

    private void asksAbove(int credits) {
        limits.set(new SpendingLimit(ben, Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty(),
                Optional.of(Credits.of(credits))));
    }

    private static ShownPrice as(Quote quote) {
        return new ShownPrice(Optional.of(quote.id()), Optional.of(quote.total()), Optional.empty());
    }

    private static ShownPrice confirmed(Quote quote) {
        return new ShownPrice(Optional.of(quote.id()), Optional.of(quote.total()), Optional.of(quote.id()));
    }
}
