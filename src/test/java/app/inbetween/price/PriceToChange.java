package app.inbetween.price;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.database.Sql;

/** A price of seven credits, and what an administrator wants to change about it. */
class PriceToChange {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final ZonedDateTime MONDAY = ZonedDateTime.of(2026, 11, 23, 0, 0, 0, 0, BERLIN);

    @Inject
    PriceChanges changes;
    @Inject
    PriceHistory history;
    @Inject
    PriceBook prices;
    @Inject
    People people;
    @Inject
    Sql sql;
    @Inject
    SettableClock clock;

    PriceKey key;
    UUID ada;

    /** Seven credits, which the provider asks five cents and a half for. */
    @BeforeEach
    void setAPrice() {
        clock.set(NOW);
        key = PriceKey.of("changes/" + UUID.randomUUID(), "720p");
        ada = people.register("ada").id;
        sql.run("""
                INSERT INTO price (model, resolution, version, per_second, cost_currency, cost_per_second, valid_from)
                VALUES (?, ?, 1, 7000, 'USD', 55000, '2026-01-01T00:00:00Z')
                """, key.model(), key.resolution());
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    Proposal proposal(String perSecond) {
        return withRate(rate(perSecond));
    }

    Proposal withTiers(String tiers) {
        return withRate(new Rate(Credits.of(8), Tiers.parse(tiers), Rounding.UP));
    }

    Proposal withRate(Rate rate) {
        return new Proposal(key, rate, false, cost("0.055"), MONDAY, "the provider asks more", false);
    }

    Proposal from(ZonedDateTime start) {
        return new Proposal(key, rate("9"), false, cost("0.055"), start, "again", true);
    }

    static Proposal meant(Proposal it) {
        return new Proposal(it.key(), it.rate(), it.free(), it.cost(), it.from(), it.reason(), true);
    }

    static Rate rate(String perSecond) {
        return Rate.perSecond(Credits.parse(perSecond).orElseThrow());
    }

    static Optional<ProviderRate> cost(String perSecond) {
        return Optional.of(new ProviderRate(Money.of(new BigDecimal(perSecond), Money.DOLLARS), Tiers.NONE));
    }

    PriceRefusedException refusal(Proposal proposal) {
        return catchThrowableOfType(PriceRefusedException.class, () -> changes.check(proposal));
    }
}
