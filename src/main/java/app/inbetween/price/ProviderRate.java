package app.inbetween.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The provider's own price: what a video costs us.
 *
 * @param perSecond for each second of video, never negative
 * @param tiers fixed totals in millionths of the same currency, which come before the rate
 */
public record ProviderRate(Money perSecond, Tiers tiers) {

    static Optional<ProviderRate> read(ResultSet row) throws SQLException {
        String currency = row.getString("cost_currency");
        return currency == null ? Optional.empty()
                : Optional.of(new ProviderRate(new Money(row.getLong("cost_per_second"), currency),
                        Tiers.parse(row.getString("cost_tiers"))));
    }

    /** Rounded up to a millionth. */
    public Money costOf(Duration length) {
        OptionalLong tier = tiers.of(length);
        return new Money(tier.orElseGet(() -> Credits.seconds(length).multiply(BigDecimal.valueOf(perSecond.micros()))
                .setScale(0, RoundingMode.CEILING).longValueExact()), perSecond.currency());
    }
}
