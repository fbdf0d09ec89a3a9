package app.inbetween.journey;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import app.inbetween.account.User;
import app.inbetween.ledger.Credits;
import app.inbetween.ledger.Ledger;
import app.inbetween.ledger.PriceBook;

/** Spends people's credits on clips that are of no further interest. */
@ApplicationScoped
class Purse {

    @Inject
    Ledger ledger;
    @Inject
    PriceBook prices;

    @Transactional
    void leaves(String name, int credits) {
        UUID user = User.<User> find("subject", name).singleResult().id;
        Credits spent = ledger.balance(user).available().minus(Credits.of(credits));
        UUID generation = UUID.randomUUID();
        // One second of flow at 720p is one credit.
        ledger.hold(user, generation, prices.quote("local/flow", "720p", Duration.ofSeconds(spent.millis() / 1000)), "Before");
        ledger.capture(generation, spent, "");
    }
}
