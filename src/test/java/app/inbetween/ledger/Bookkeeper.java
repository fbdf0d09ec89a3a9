package app.inbetween.ledger;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import app.inbetween.price.Credits;
import app.inbetween.price.PriceKey;
import app.inbetween.price.Quote;
import app.inbetween.price.Quotes;

/** Does one thing to the ledger in a transaction of its own, as the generation would. */
@ApplicationScoped
@Transactional
public class Bookkeeper {

    @Inject
    Ledger ledger;
    @Inject
    Quotes quotes;

    /** One second of {@code local/flow} at 720p is one credit. */
    public Quote quote(UUID user, int credits) {
        return quotes.give(user, PriceKey.of("local/flow", "720p"), Duration.ofSeconds(credits));
    }

    public Hold hold(UUID user, UUID generation, int credits) {
        return hold(user, generation, credits, "Shot 3");
    }

    public Hold hold(UUID user, UUID generation, int credits, String title) {
        return ledger.hold(user, generation, quote(user, credits), title);
    }

    public Hold capture(UUID generation, Credits amount, String reason) {
        return ledger.capture(generation, amount, reason);
    }

    public Hold release(UUID generation) {
        return ledger.release(generation, "cancelled");
    }

    /** What a person has of whole credits, whatever was granted. */
    static Balance balance(int available, int held, int spent) {
        return new Balance(Credits.of(available), Credits.of(held), Credits.of(spent), Credits.of(available + held + spent));
    }
}
