package app.inbetween.price;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What a model costs at a resolution, from a moment on.
 *
 * @param version counts from one, per key
 * @param cost what the provider bills us, empty where nobody does
 */
public record Price(PriceKey key, int version, Rate rate, Optional<ProviderRate> cost, Instant validFrom) {

    public static Price read(ResultSet row) throws SQLException {
        return new Price(PriceKey.read(row), row.getInt("version"), Rate.read(row), ProviderRate.read(row),
                row.getObject("valid_from", OffsetDateTime.class).toInstant());
    }

    /** Whether it is the same price from the same moment on, whatever its number. */
    boolean isLike(Price other) {
        return rate.equals(other.rate) && cost.equals(other.cost) && validFrom.equals(other.validFrom);
    }

    public Credits perSecond() {
        return rate.perSecond();
    }
}
