package app.inbetween.ledger;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;
import app.inbetween.price.Credits;

/** Looks things up in the append-only record of every movement. */
@ApplicationScoped
class Entries {

    @Inject
    Sql sql;

    /**
     * Whether this very movement of the user was made before. Only certain while the account is locked.
     *
     * @throws IllegalStateException if its key was used for another one
     */
    boolean isRepeat(UUID user, String key, Credits amount, Optional<UUID> hold) {
        Optional<Boolean> same = sql.first("""
                SELECT user_id = ? AND amount = ? AND hold_id IS NOT DISTINCT FROM ? FROM credit_entry
                WHERE idempotency_key = ?
                """, row -> row.getBoolean(1), user, amount.millis(), hold.orElse(null), key);
        if (same.isPresent() && !same.get()) {
            throw new IllegalStateException("The key " + key + " was used for another movement");
        }
        return same.isPresent();
    }

    /** The entry by which a captured hold was spent. */
    UUID captureOf(Hold hold) {
        return sql.first("SELECT id FROM credit_entry WHERE hold_id = ? AND kind = 'CAPTURE'",
                row -> row.getObject("id", UUID.class), hold.id())
                .orElseThrow(() -> new IllegalStateException("Generation " + hold.generation() + " was never charged"));
    }
}
