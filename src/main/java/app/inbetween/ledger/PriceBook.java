package app.inbetween.ledger;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What videos cost now. */
@ApplicationScoped
public class PriceBook {

    @Inject
    Sql sql;
    @Inject
    Clock clock;

    /** The price in force at this moment. */
    public Optional<Price> price(String model, String resolution) {
        return sql.first("""
                SELECT * FROM price WHERE model = ? AND resolution = ? AND valid_from <= ?
                ORDER BY valid_from DESC LIMIT 1
                """, Price::read, model, resolution, clock.instant());
    }

    /**
     * The cost of a video: its length times the rate per second, rounded up to a whole thousandth of a credit.
     *
     * @param length above zero
     * @throws NoPriceException if the model has no price at that resolution
     */
    public Quote quote(String model, String resolution, Duration length) {
        return price(model, resolution).orElseThrow(() -> new NoPriceException(model, resolution)).quote(length);
    }
}
