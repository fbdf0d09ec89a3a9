package app.inbetween.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import app.inbetween.database.Sql;
import app.inbetween.ledger.Balance;
import app.inbetween.ledger.Entry;
import app.inbetween.ledger.Hold;
import app.inbetween.price.Credits;

/**
 * Something that happened to a person's credits.
 *
 * @param seq its number within the account
 * @param amount that was granted, taken back, expired, held, captured, released or given back
 * @param after the account as it left it
 * @param actor the name of the person who did it, empty if Inbetween did
 * @param hold it concerns, empty for what only gives or takes
 * @param until when what is left of a grant is lost
 * @param origin what had given the credits that expired
 */
public record Movement(long seq, Instant at, Entry.Kind kind, Credits amount, Balance after, String reason,
        Optional<String> actor, Optional<Hold> hold, Optional<Instant> until, Optional<Origin> origin) {

    /** @param reason of the entry that gave the credits */
    public record Origin(String reason, Instant at) {
    }

    /** The columns of {@link #read}, to be followed by what is wanted of the entries {@code e}. */
    static final String SELECT = """
            SELECT e.seq, e.at, e.kind, e.amount AS moved, e.available_after, e.held_after, e.spent_after, e.reason AS why,
              actor.name AS actor_name, lot.expires_at, origin.reason AS origin_reason, origin.at AS origin_at, h.*
            FROM credit_entry e
            LEFT JOIN credit_hold h ON h.id = e.hold_id
            LEFT JOIN app_user actor ON actor.id = e.actor
            LEFT JOIN credit_lot lot ON lot.id = e.id AND e.kind = 'GRANT'
            LEFT JOIN credit_entry origin ON origin.id = e.original_id AND e.kind = 'EXPIRE'
            """;

    static Movement read(ResultSet row) throws SQLException {
        Optional<Hold> hold = row.getObject("generation_id") == null ? Optional.empty() : Optional.of(Hold.read(row));
        Optional<Instant> given = Sql.instant(row, "origin_at");
        String reason = row.getString("origin_reason");
        return new Movement(row.getLong("seq"), row.getObject("at", OffsetDateTime.class).toInstant(),
                Entry.Kind.valueOf(row.getString("kind")), Credits.ofMillis(row.getLong("moved")), after(row),
                row.getString("why"), Optional.ofNullable(row.getString("actor_name")), hold, Sql.instant(row, "expires_at"),
                given.map(at -> new Origin(reason, at)));
    }

    /** What {@code available_after}, {@code held_after} and {@code spent_after} of a row say. */
    static Balance after(ResultSet row) throws SQLException {
        Credits available = Credits.ofMillis(row.getLong("available_after"));
        Credits held = Credits.ofMillis(row.getLong("held_after"));
        Credits spent = Credits.ofMillis(row.getLong("spent_after"));
        return new Balance(available, held, spent, available.plus(held).plus(spent));
    }

    /** How it changes what is free to spend. */
    public Credits change() {
        return switch (kind) {
            case HOLD, TAKE_BACK, EXPIRE -> amount.negated();
            case CAPTURE -> hold.orElseThrow().amount().minus(amount);
            case GRANT, RELEASE, REFUND -> amount;
        };
    }

    /** Whether it concerns a clip that costs nothing. */
    public boolean isFree() {
        return hold.filter(it -> it.amount().equals(Credits.ZERO)).isPresent();
    }

    /** Whether nothing moves but from held to spent. */
    public boolean isFromHeld() {
        return kind == Entry.Kind.CAPTURE && change().equals(Credits.ZERO);
    }
}
