package app.inbetween.generation;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.ledger.SpendingLimits;
import app.inbetween.price.Credits;
import app.inbetween.price.NoPriceException;
import app.inbetween.price.PriceKey;
import app.inbetween.price.Quote;
import app.inbetween.price.Quotes;

/** Holds both sides to the price on the button: what was not shown is never charged. */
@ApplicationScoped
public class Agreements {

    @Inject
    Quotes quotes;
    @Inject
    SpendingLimits limits;
    @Inject
    Clock clock;

    /**
     * What to write on a button that is drawn again: the price shown before for as long as it is good and better than today's.
     *
     * @throws NoPriceException if there is no price today
     */
    public Quote proposed(UUID user, PriceKey key, Duration length, ShownPrice shown) {
        Quote fresh = quotes.give(user, key, length);
        return good(user, key, length, shown).filter(earlier -> fresh.total().isMoreThan(earlier.total())).orElse(fresh);
    }

    /**
     * The quote a clip is asked for with: the one that was shown, whatever the price book says now; once it has expired, a
     * fresh one at the same price.
     *
     * @throws PriceChangedException if there is none at the price that was shown
     * @throws AskFirstException if the person wants to be asked about such a price, and was not
     * @throws NoPriceException if there is no price today
     */
    public Quote concluded(UUID user, PriceKey key, Duration length, ShownPrice shown) {
        Quote quote = good(user, key, length, shown).orElseGet(() -> quotes.give(user, key, length));
        if (!shown.isOf(quote)) {
            throw new PriceChangedException(quote, shown);
        }
        Optional<Credits> askAbove = limits.set(user).askAbove();
        if (askAbove.filter(quote.total()::isMoreThan).isPresent() && !shown.isConfirmed(quote)) {
            throw new AskFirstException(quote.total(), askAbove.get());
        }
        return quote;
    }

    private Optional<Quote> good(UUID user, PriceKey key, Duration length, ShownPrice shown) {
        return shown.quote().flatMap(id -> quotes.of(user, id))
                .filter(quote -> quote.isFor(key, length) && quote.isValidAt(clock.instant()) && shown.isOf(quote));
    }
}
