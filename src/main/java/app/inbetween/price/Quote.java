package app.inbetween.price;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * The price a person was shown, and may have until it expires.
 *
 * @param length of the video, above zero
 * @param total what the rate makes of the length; zero only where videos are free
 * @param cost what the provider will bill us for it
 * @param priceVersion of the price it was made from
 */
public record Quote(UUID id, UUID user, PriceKey key, Duration length, Rate rate, Credits total, Optional<Money> cost,
        int priceVersion, Instant expiresAt) {

    public Quote {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("A video needs a length, not " + length);
        }
        if (total.isNegative() || total.equals(Credits.ZERO) && !rate.isFree()) {
            throw new IllegalArgumentException("A price is above zero, not " + total);
        }
    }

    static Quote read(ResultSet row) throws SQLException {
        return new Quote(row.getObject("id", UUID.class), row.getObject("user_id", UUID.class), PriceKey.read(row),
                Duration.ofNanos(row.getLong("length_nanos")), Rate.read(row), Credits.ofMillis(row.getLong("total")),
                cost(row), row.getInt("price_version"), row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    /** What {@code cost_micros} and {@code cost_currency} of a row say. */
    public static Optional<Money> cost(ResultSet row) throws SQLException {
        String currency = row.getString("cost_currency");
        return currency == null ? Optional.empty() : Optional.of(new Money(row.getLong("cost_micros"), currency));
    }

    public boolean isFor(PriceKey asked, Duration wanted) {
        return key.equals(asked) && length.equals(wanted);
    }

    public boolean isValidAt(Instant now) {
        return now.isBefore(expiresAt);
    }

    public String model() {
        return key.model();
    }

    public String resolution() {
        return key.resolution();
    }

    public Credits perSecond() {
        return rate.perSecond();
    }
}
