package app.inbetween.price;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * How a video's length becomes credits.
 *
 * @param perSecond credits for each second, zero only where videos are free
 * @param tiers fixed totals in thousandths of a credit, which come before the rate
 * @param rounding of the result, always up, so that nothing but a free video costs nothing
 */
public record Rate(Credits perSecond, Tiers tiers, Rounding rounding) {

    public static Rate perSecond(Credits perSecond) {
        return new Rate(perSecond, Tiers.NONE, Rounding.UP);
    }

    public static Rate read(ResultSet row) throws SQLException {
        return new Rate(Credits.ofMillis(row.getLong("per_second")), Tiers.parse(row.getString("tiers")),
                Rounding.valueOf(row.getString("rounding")));
    }

    public boolean isFree() {
        return perSecond.equals(Credits.ZERO) && tiers.isEmpty();
    }

    /** @param length above zero */
    public Credits costOf(Duration length) {
        OptionalLong tier = tiers.of(length);
        return rounding.apply(tier.isPresent() ? BigDecimal.valueOf(tier.getAsLong())
                : Credits.seconds(length).multiply(BigDecimal.valueOf(perSecond.millis())));
    }
}
