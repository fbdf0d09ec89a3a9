package app.inbetween.price;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.hibernate.id.uuid.UuidVersion7Strategy;

import app.inbetween.database.Sql;

/** The prices people were shown, each bound for a while. */
@ApplicationScoped
public class Quotes {

    /** A form that is drawn again within a minute shows the same quote again. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    @Inject
    Sql sql;
    @Inject
    PriceBook prices;
    @Inject
    PriceConfig config;
    @Inject
    Clock clock;

    /**
     * A quote at the price in force now.
     *
     * @throws NoPriceException if there is no price
     */
    @Transactional
    public Quote give(UUID user, PriceKey key, Duration length) {
        Price price = prices.existing(key);
        Instant now = clock.instant();
        return sql.first("""
                SELECT * FROM quote WHERE user_id = ? AND model = ? AND resolution = ? AND variant = ? AND length_nanos = ?
                  AND price_version = ? AND expires_at > ? ORDER BY expires_at DESC LIMIT 1
                """, Quote::read, user, key.model(), key.resolution(), key.variant(), length.toNanos(), price.version(),
                now.plus(config.quoteFor()).minus(FRESH)).orElseGet(() -> add(user, price, length, now));
    }

    /** A quote this person was given, whether or not it has expired. */
    public Optional<Quote> of(UUID user, UUID id) {
        return sql.first("SELECT * FROM quote WHERE id = ? AND user_id = ?", Quote::read, id, user);
    }

    private Quote add(UUID user, Price price, Duration length, Instant now) {
        Quote quote = new Quote(UuidVersion7Strategy.INSTANCE.generateUuid(null), user, price.key(), length, price.rate(),
                price.rate().costOf(length), price.cost().map(cost -> cost.costOf(length)), price.version(),
                now.plus(config.quoteFor()));
        sql.run("""
                INSERT INTO quote (id, user_id, model, resolution, variant, length_nanos, per_second, tiers, rounding,
                  price_version, total, cost_micros, cost_currency, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, quote.id(), user, quote.model(), quote.resolution(), price.key().variant(), length.toNanos(),
                quote.perSecond().millis(), quote.rate().tiers().toString(), quote.rate().rounding(), quote.priceVersion(),
                quote.total().millis(), quote.cost().map(Money::micros).orElse(null),
                quote.cost().map(Money::currency).orElse(null), now, quote.expiresAt());
        return quote;
    }
}
