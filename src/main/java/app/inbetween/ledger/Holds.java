package app.inbetween.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The holds, one per generation. Their account is locked before any of them is changed. */
@ApplicationScoped
class Holds {

    @Inject
    Sql sql;

    Optional<Hold> of(UUID generation) {
        return sql.first("SELECT * FROM credit_hold WHERE generation_id = ?", Hold::read, generation);
    }

    Hold existing(UUID generation) {
        return of(generation).orElseThrow(() -> new IllegalStateException("Nothing is held for generation " + generation));
    }

    List<Hold> openOf(UUID user) {
        return sql.all("SELECT * FROM credit_hold WHERE user_id = ? AND state = 'OPEN' ORDER BY created_at, id", Hold::read,
                user);
    }

    /** Returns false, and adds nothing, if the generation has one already. */
    boolean add(Hold hold) {
        Quote quote = hold.quote();
        return sql.run("""
                INSERT INTO credit_hold (id, user_id, generation_id, title, amount, model, resolution, length_nanos,
                  per_second, rounding, price_version, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'UP', ?, ?) ON CONFLICT (generation_id) DO NOTHING
                """, hold.id(), hold.user(), hold.generation(), hold.title(), quote.total(), quote.model(), quote.resolution(),
                quote.length().toNanos(), quote.perSecond(), quote.priceVersion(), hold.since()) == 1;
    }

    /** Empty if the hold was resolved before. */
    Optional<Hold> capture(UUID generation, Credits amount) {
        return sql.first("""
                UPDATE credit_hold SET state = 'CAPTURED', captured = ? WHERE generation_id = ? AND state = 'OPEN'
                RETURNING *
                """, Hold::read, amount, generation);
    }

    /** Empty if the hold was resolved before. */
    Optional<Hold> release(UUID generation) {
        return sql.first("""
                UPDATE credit_hold SET state = 'RELEASED' WHERE generation_id = ? AND state = 'OPEN'
                RETURNING *
                """, Hold::read, generation);
    }

    /** Empty if not that much is left of what was captured. */
    Optional<Hold> refund(UUID generation, Credits amount) {
        return sql.first("""
                UPDATE credit_hold SET refunded = refunded + ? WHERE generation_id = ? AND captured - refunded >= ?
                RETURNING *
                """, Hold::read, amount, generation, amount);
    }
}
