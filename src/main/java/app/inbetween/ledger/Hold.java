package app.inbetween.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import app.inbetween.web.Formats;

/**
 * Credits set aside for one generation, and what became of them.
 *
 * @param title of the generation, as the statement names it
 * @param quote the price it was made at, for ever: what is charged in the end is reckoned at this rate
 * @param captured what was spent of it, zero while open or when released
 * @param refunded what was given back after the capture
 */
public record Hold(UUID id, UUID user, UUID generation, String title, Quote quote, State state, Credits captured,
        Credits refunded, Instant since) {

    public enum State {
        OPEN,
        CAPTURED,
        RELEASED
    }

    static Hold read(ResultSet row) throws SQLException {
        Quote quote = new Quote(row.getString("model"), row.getString("resolution"),
                Duration.ofNanos(row.getLong("length_nanos")), Credits.ofMillis(row.getLong("per_second")),
                Credits.ofMillis(row.getLong("amount")), row.getInt("price_version"));
        return new Hold(row.getObject("id", UUID.class), row.getObject("user_id", UUID.class),
                row.getObject("generation_id", UUID.class), row.getString("title"), quote,
                State.valueOf(row.getString("state")),
                Credits.ofMillis(row.getLong("captured")), Credits.ofMillis(row.getLong("refunded")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    public Credits amount() {
        return quote.total();
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** What can still be given back. */
    public Credits refundable() {
        return captured.minus(refunded);
    }

    /** What a film of this length costs at the rate of the hold, and never more than is held. */
    public Credits costOf(Duration billed) {
        Credits cost = quote.perSecond().perSecondOver(billed);
        return cost.isMoreThan(amount()) ? amount() : cost;
    }

    /** How the price came about, such as {@code 5 s × 1 at 720p}. */
    public String reckoning() {
        return Formats.words(quote.length()) + " × " + quote.perSecond() + " at " + quote.resolution();
    }
}
