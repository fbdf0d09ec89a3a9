package app.inbetween.ledger;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import app.inbetween.account.UserRegistered;
import app.inbetween.price.Credits;

/** Opens the account of a new person, in the transaction that stores the person, and puts something in it. */
@ApplicationScoped
class Welcome {

    @Inject
    Ledger ledger;
    @Inject
    LedgerConfig config;

    void welcome(@Observes UserRegistered registered) {
        UUID user = registered.user().id;
        ledger.open(user);
        Credits gift = Credits.of(config.welcomeCredits());
        if (gift.isPositive()) {
            ledger.grant(Grant.of(user, gift, "Welcome to Inbetween", "welcome:" + user).from(Source.WELCOME));
        }
    }
}
