package app.inbetween.statement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import app.inbetween.account.CurrentUser;
import app.inbetween.ledger.Balance;
import app.inbetween.ledger.Ledger;
import app.inbetween.price.Credits;

/** The credits of the person behind this request, for every page's header. */
@RequestScoped
@Named
public class Wallet {

    @Inject
    CurrentUser currentUser;
    @Inject
    Ledger ledger;

    private Balance balance;

    public Balance balance() {
        if (balance == null) {
            balance = ledger.balance(currentUser.id());
        }
        return balance;
    }

    /** Has the header say what the page says, though credits may have moved since. */
    void show(Balance shown) {
        balance = shown;
    }

    public Credits available() {
        return balance().available();
    }
}
