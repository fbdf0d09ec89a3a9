package app.inbetween.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;

/**
 * The one row per person by which movements of one person queue. Accounts are locked in the order of their ids, so that two
 * transactions that lock several never wait for each other in a circle.
 */
@ApplicationScoped
class Accounts {

    @Inject
    Sql sql;
    @Inject
    Clock clock;

    void open(UUID user) {
        sql.run("INSERT INTO credit_account (user_id) VALUES (?) ON CONFLICT DO NOTHING", user);
    }

    Balance balance(UUID user) {
        return sql.first("SELECT * FROM credit_account WHERE user_id = ?", Balance::read, user)
                .orElseThrow(() -> unopened(List.of(user)));
    }

    /** Waits for other movements of these people; what is read afterwards stays true until the transaction ends. */
    Map<UUID, Account> lock(Collection<UUID> users) {
        Map<UUID, Account> locked = locked("""
                SELECT * FROM credit_account WHERE user_id = ANY(?) ORDER BY user_id FOR NO KEY UPDATE
                """, users);
        if (!locked.keySet().containsAll(users)) {
            throw unopened(users);
        }
        return locked;
    }

    void hurry() {
        sql.run("SET LOCAL lock_timeout = '300ms'");
    }

    Account lock(UUID user) {
        return lock(List.of(user)).get(user);
    }

    /** As {@link #lock}, of those from whom something is or was held for these generations. */
    Map<UUID, Account> lockHoldersFor(Collection<UUID> generations) {
        return locked("""
                SELECT * FROM credit_account
                WHERE user_id = ANY(ARRAY(SELECT user_id FROM credit_hold WHERE generation_id = ANY(?)))
                ORDER BY user_id FOR NO KEY UPDATE
                """, generations);
    }

    /** All that can be used of these people's lots, and others by id. */
    void loadLots(Map<UUID, Account> locked, Collection<UUID> users, Collection<UUID> lots) {
        if (users.isEmpty() && lots.isEmpty()) {
            return;
        }
        sql.all("SELECT * FROM credit_lot WHERE user_id = ANY(?) AND NOT exhausted OR id = ANY(?)", Lot::read, array(users),
                array(lots)).forEach(lot -> locked.get(lot.user()).know(lot));
    }

    void loadLots(Account account) {
        loadLots(Map.of(account.user, account), List.of(account.user), List.of());
    }

    private Map<UUID, Account> locked(String query, Collection<UUID> ids) {
        Instant now = clock.instant();
        Map<UUID, Account> locked = new LinkedHashMap<>();
        sql.all(query, row -> new Account(row.getObject("user_id", UUID.class), Balance.read(row),
                row.getLong("seq"), now), (Object) array(ids)).forEach(account -> locked.put(account.user, account));
        return locked;
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private static IllegalStateException unopened(Collection<UUID> users) {
        return new IllegalStateException("No credit account was opened for one of the users " + users);
    }
}
