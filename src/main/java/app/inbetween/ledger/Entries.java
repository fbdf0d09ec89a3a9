package app.inbetween.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.id.uuid.UuidVersion7Strategy;

/** The append-only record of every movement. */
@ApplicationScoped
class Entries {

    @Inject
    Sql sql;
    @Inject
    Clock clock;

    /** @param after the account as the movement leaves it */
    void add(CreditAccount after, Entry entry) {
        Balance balance = after.balance();
        sql.run("""
                INSERT INTO credit_entry (id, user_id, seq, kind, hold_id, original_id, amount, available_after, held_after,
                  spent_after, actor, reason, idempotency_key, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, UuidVersion7Strategy.INSTANCE.generateUuid(null), after.user(), after.seq(), entry.kind(), entry.hold(),
                entry.original(), entry.amount(), balance.available(), balance.held(), balance.spent(), entry.actor(),
                entry.reason(), entry.key(), clock.instant());
    }

    /**
     * Whether this very movement of the user was made before. Only certain while the account is locked.
     *
     * @throws IllegalStateException if its key was used for another one
     */
    boolean isRepeat(UUID user, Entry entry) {
        Optional<Boolean> same = sql.first("""
                SELECT user_id = ? AND amount = ? AND hold_id IS NOT DISTINCT FROM ? FROM credit_entry
                WHERE idempotency_key = ?
                """, row -> row.getBoolean(1), user, entry.amount(), entry.hold(), entry.key());
        if (same.isPresent() && !same.get()) {
            throw new IllegalStateException("The key " + entry.key() + " was used for another movement");
        }
        return same.isPresent();
    }

    /** The entry by which a captured hold was spent. */
    UUID captureOf(Hold hold) {
        return sql.first("SELECT id FROM credit_entry WHERE hold_id = ? AND kind = 'CAPTURE'", Entries::id, hold.id())
                .orElseThrow(() -> new IllegalStateException("Generation " + hold.generation() + " was never charged"));
    }

    private static UUID id(ResultSet row) throws SQLException {
        return row.getObject("id", UUID.class);
    }
}
