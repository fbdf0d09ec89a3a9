package app.inbetween.price;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;

/** What videos cost now. */
@ApplicationScoped
public class PriceBook {

    static final String IN_FORCE = """
            SELECT p.* FROM price p
            WHERE model = ? AND resolution = ? AND variant = ? AND valid_from <= ? AND NOT EXISTS (
              SELECT FROM price_withdrawal w WHERE (w.model, w.resolution, w.variant, w.version)
                = (p.model, p.resolution, p.variant, p.version))
            ORDER BY valid_from DESC LIMIT 1
            """;

    @Inject
    Sql sql;
    @Inject
    Clock clock;

    /** The price in force at this moment. */
    public Optional<Price> price(PriceKey key) {
        return sql.first(IN_FORCE, Price::read, key.model(), key.resolution(), key.variant(), clock.instant());
    }

    /** @throws NoPriceException if there is none */
    public Price existing(PriceKey key) {
        return price(key).orElseThrow(() -> new NoPriceException(key));
    }

    /**
     * The cost of a video, for comparison; what is charged is a {@link Quote}.
     *
     * @param length above zero
     * @throws NoPriceException if there is no price
     */
    public Credits costOf(PriceKey key, Duration length) {
        return existing(key).rate().costOf(length);
    }

    /** The price in force of everything that has one. */
    public List<Price> inForce() {
        return sql.all("""
                SELECT DISTINCT ON (model, resolution, variant) p.* FROM price p
                WHERE valid_from <= ? AND NOT EXISTS (
                  SELECT FROM price_withdrawal w WHERE (w.model, w.resolution, w.variant, w.version)
                    = (p.model, p.resolution, p.variant, p.version))
                ORDER BY model, resolution, variant, valid_from DESC
                """, Price::read, clock.instant());
    }
}
