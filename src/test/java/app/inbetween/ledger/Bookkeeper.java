package app.inbetween.ledger;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Does one thing to the ledger in a transaction of its own, as the generation would. */
@ApplicationScoped
@Transactional
class Bookkeeper {

    @Inject
    Ledger ledger;
    @Inject
    PriceBook prices;

    /** One second of {@code local/flow} at 720p is one credit. */
    Quote quote(int credits) {
        return prices.quote("local/flow", "720p", Duration.ofSeconds(credits));
    }

    Hold hold(UUID user, UUID generation, int credits) {
        return hold(user, generation, credits, "Shot 3");
    }

    Hold hold(UUID user, UUID generation, int credits, String title) {
        return ledger.hold(user, generation, quote(credits), title);
    }

    Hold capture(UUID generation, Credits amount, String reason) {
        return ledger.capture(generation, amount, reason);
    }

    Hold release(UUID generation) {
        return ledger.release(generation, "cancelled");
    }

    /** What a person has of whole credits, whatever was granted. */
    static Balance balance(int available, int held, int spent) {
        return new Balance(Credits.of(available), Credits.of(held), Credits.of(spent), Credits.of(available + held + spent));
    }
}
