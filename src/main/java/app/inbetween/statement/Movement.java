package app.inbetween.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

import app.inbetween.ledger.Entry;
import app.inbetween.ledger.Hold;
import app.inbetween.price.Credits;

/**
 * A line of the statement, in words.
 *
 * @param amount that was granted, held, captured, released or given back
 * @param after what was available then
 * @param hold it concerns, empty for a grant
 */
record Movement(long seq, Instant at, Entry.Kind kind, Credits amount, Credits after, String reason, Optional<Hold> hold) {

    static final String COLUMNS = "e.seq, e.at, e.kind, e.amount AS moved, e.available_after, e.reason, h.*";

    static Movement read(ResultSet row) throws SQLException {
        Optional<Hold> hold = row.getObject("generation_id") == null ? Optional.empty() : Optional.of(Hold.read(row));
        return new Movement(row.getLong("seq"), row.getObject("at", OffsetDateTime.class).toInstant(),
                Entry.Kind.valueOf(row.getString("kind")), Credits.ofMillis(row.getLong("moved")),
                Credits.ofMillis(row.getLong("available_after")), row.getString("reason"), hold);
    }

    /** What happened; for holds and captures, the title completes it. */
    public String sentence() {
        return switch (kind) {
            case GRANT -> "Granted";
            case TAKE_BACK -> "Taken back";
            case EXPIRE -> "Expired";
            case HOLD -> "Held for";
            case CAPTURE -> "Spent on";
            case RELEASE -> "Returned " + amount + ": " + reason;
            case REFUND -> "Given back " + amount + ": " + reason;
        };
    }

    public UUID generation() {
        return hold.orElseThrow().generation();
    }

    public String title() {
        return hold.orElseThrow().title();
    }

    public boolean isCompletedByTitle() {
        return kind == Entry.Kind.HOLD || kind == Entry.Kind.CAPTURE;
    }

    public boolean isExplainedByTitle() {
        return kind == Entry.Kind.RELEASE || kind == Entry.Kind.REFUND;
    }

    public String detail() {
        return switch (kind) {
            case GRANT, TAKE_BACK, EXPIRE -> reason;
            case HOLD -> reckoning() + ", price version " + hold.orElseThrow().priceVersion();
            case CAPTURE -> isFromHeld() ? reckoning() + ", charged from what was held" : rest();
            case RELEASE, REFUND -> "";
        };
    }

    /** How it changes what is available. */
    public Credits change() {
        return switch (kind) {
            case HOLD, TAKE_BACK, EXPIRE -> amount.negated();
            case CAPTURE -> hold.orElseThrow().amount().minus(amount);
            case GRANT, RELEASE, REFUND -> amount;
        };
    }

    /** Whether nothing moves but from held to spent. */
    public boolean isFromHeld() {
        return change().equals(Credits.ZERO);
    }

    public boolean isIncoming() {
        return change().isPositive();
    }

    public String figure() {
        return isFromHeld() ? amount + " from held" : change().signed();
    }

    private String reckoning() {
        return hold.orElseThrow().reckoning();
    }

    private String rest() {
        String rest = amount + " of the " + hold.orElseThrow().amount() + " held, the rest returned";
        return reason.isBlank() ? rest : rest + ": " + reason;
    }
}
