package app.inbetween.journey;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import app.inbetween.account.User;
import app.inbetween.ledger.Ledger;
import app.inbetween.price.Credits;
import app.inbetween.price.PriceKey;
import app.inbetween.price.Quotes;

/** Spends people's credits on clips that are of no further interest. */
@ApplicationScoped
class Purse {

    @Inject
    Ledger ledger;
    @Inject
    Quotes quotes;

    @Transactional
    void leaves(String name, int credits) {
        UUID user = User.<User> find("subject", name).singleResult().id;
        Credits spent = ledger.balance(user).available().minus(Credits.of(credits));
        UUID generation = UUID.randomUUID();
        // One second of flow at 720p is one credit.
        ledger.hold(user, generation,
                quotes.give(user, PriceKey.of("local/flow", "720p"), Duration.ofSeconds(spent.millis() / 1000)), "Before");
        ledger.capture(generation, spent, "");
    }
}
