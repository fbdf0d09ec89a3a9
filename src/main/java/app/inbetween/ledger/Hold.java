package app.inbetween.ledger;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import app.inbetween.price.Credits;
import app.inbetween.price.Money;
import app.inbetween.price.PriceKey;
import app.inbetween.price.Quote;
import app.inbetween.price.Rate;
import app.inbetween.web.Formats;

/**
 * Credits set aside for one generation, and what became of them.
 *
 * @param title of the generation, as the statement names it
 * @param quote it cites; empty for the oldest ones
 * @param rate it was made at, for ever: what is charged in the end is reckoned at this rate
 * @param cost what the provider will bill us for it
 * @param lots what was taken from which lot, in the order in which they are spent
 * @param captured what was spent of it, zero while open or when released
 * @param refunded what was given back after the capture
 */
public record Hold(UUID id, UUID user, UUID generation, String title, Optional<UUID> quote, PriceKey key, Duration length,
        Rate rate, int priceVersion, Optional<Money> cost, Credits amount, Map<UUID, Credits> lots, State state,
        Credits captured, Credits refunded, Instant since) {

    public enum State {
        OPEN,
        CAPTURED,
        RELEASED
    }

    static Hold open(UUID id, HoldOrder order, Map<UUID, Credits> lots, Instant now) {
        Quote quote = order.quote();
        return new Hold(id, order.user(), order.generation(), order.title(), Optional.of(quote.id()), quote.key(),
                quote.length(), quote.rate(), quote.priceVersion(), quote.cost(), quote.total(), lots, State.OPEN,
                Credits.ZERO, Credits.ZERO, now);
    }

    public static Hold read(ResultSet row) throws SQLException {
        return new Hold(row.getObject("id", UUID.class), row.getObject("user_id", UUID.class),
                row.getObject("generation_id", UUID.class), row.getString("title"),
                Optional.ofNullable(row.getObject("quote_id", UUID.class)), PriceKey.read(row),
                Duration.ofNanos(row.getLong("length_nanos")), Rate.read(row), row.getInt("price_version"), Quote.cost(row),
                Credits.ofMillis(row.getLong("amount")), lots(row.getArray("lots"), row.getArray("lot_amounts")),
                State.valueOf(row.getString("state")), Credits.ofMillis(row.getLong("captured")),
                Credits.ofMillis(row.getLong("refunded")), row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static Map<UUID, Credits> lots(Array ids, Array amounts) throws SQLException {
        UUID[] lots = (UUID[]) ids.getArray();
        Long[] taken = (Long[]) amounts.getArray();
        Map<UUID, Credits> from = new LinkedHashMap<>();
        for (int i = 0; i < lots.length; i++) {
            from.put(lots[i], Credits.ofMillis(taken[i]));
        }
        return from;
    }

    Hold resolved(State end, Credits spent) {
        return new Hold(id, user, generation, title, quote, key, length, rate, priceVersion, cost, amount, lots, end, spent,
                refunded, since);
    }

    Hold refunded(Credits more) {
        return new Hold(id, user, generation, title, quote, key, length, rate, priceVersion, cost, amount, lots, state,
                captured, refunded.plus(more), since);
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
        Credits reckoned = rate.costOf(billed);
        return reckoned.isMoreThan(amount) ? amount : reckoned;
    }

    /** How the price came about, such as {@code 5 s × 1 at 720p}. */
    public String reckoning() {
        String figure = rate.isFree() ? "free" : Formats.words(length) + " × " + rate.perSecond();
        return (rate.tiers().of(length).isPresent() ? amount + " for " + Formats.words(length) : figure) + " at "
                + key.format();
    }
}
