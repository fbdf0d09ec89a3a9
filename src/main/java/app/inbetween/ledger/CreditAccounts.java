package app.inbetween.ledger;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The one row per person on which every movement is checked, and by which movements of one person queue. */
@ApplicationScoped
class CreditAccounts {

    @Inject
    Sql sql;

    void open(UUID user) {
        sql.run("INSERT INTO credit_account (user_id) VALUES (?) ON CONFLICT DO NOTHING", user);
    }

    Balance balance(UUID user) {
        return sql.first("SELECT * FROM credit_account WHERE user_id = ?", Balance::read, user)
                .orElseThrow(() -> new IllegalStateException("No credit account was opened for user " + user));
    }

    /** Waits for other movements of this person; what is read afterwards stays true until the transaction ends. */
    void lock(UUID user) {
        sql.first("SELECT * FROM credit_account WHERE user_id = ? FOR NO KEY UPDATE", Balance::read, user)
                .orElseThrow(() -> new IllegalStateException("No credit account was opened for user " + user));
    }

    /** The check and the lock in one: empty, and nothing locked, if there is not that much available. */
    Optional<CreditAccount> take(UUID user, Credits amount) {
        return update(user, Change.hold(amount));
    }

    /** A movement that has been checked before. */
    CreditAccount apply(UUID user, Change change) {
        return update(user, change)
                .orElseThrow(() -> new IllegalStateException("The account of user " + user + " cannot take " + change));
    }

    /** Takes back a {@link #take} of this transaction, as if it had never been. */
    void untake(UUID user, Credits amount) {
        sql.run("UPDATE credit_account SET available = available + ?, held = held - ?, seq = seq - 1 WHERE user_id = ?",
                amount, amount, user);
    }

    private Optional<CreditAccount> update(UUID user, Change change) {
        return sql.first("""
                UPDATE credit_account SET available = available + ?, held = held + ?, spent = spent + ?,
                  granted = granted + ?, seq = seq + 1
                WHERE user_id = ? AND available >= ?
                RETURNING *
                """, CreditAccount::read, change.available(), change.held(), change.spent(), change.granted(), user,
                change.available().negated());
    }
}
