package app.inbetween.price;

import static app.inbetween.price.PriceRefusedException.About.RATE;
import static app.inbetween.price.PriceRefusedException.About.REASON;
import static app.inbetween.price.PriceRefusedException.About.START;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import app.inbetween.database.Sql;

/** Changes prices by adding versions, and calls off those that have not begun. Nothing that was is ever altered. */
@ApplicationScoped
public class PriceChanges {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    @Inject
    Sql sql;
    @Inject
    PriceHistory history;
    @Inject
    Plausibility plausibility;
    @Inject
    Clock clock;

    /**
     * Whether it could be stored now.
     *
     * @throws PriceRefusedException if not
     */
    public void check(Proposal proposal) {
        List<PriceVersion> versions = history.of(proposal.key());
        proposal.requireSound();
        Optional<Price> before = versions.stream().filter(version -> !version.isWithdrawn()).map(PriceVersion::price)
                .findFirst();
        requireStart(proposal, before);
        before.ifPresent(price -> {
            requireChange(proposal, price);
            plausibility.requirePossible(proposal, price);
        });
        if (!proposal.meant()) {
            plausibility.requirePlausible(proposal, before);
        }
    }

    /**
     * Adds it as the next version.
     *
     * @return empty where the same form was sent twice and it is there already
     * @throws PriceRefusedException if it cannot be
     */
    @Transactional
    public Optional<Price> store(Proposal proposal, UUID actor) {
        PriceKey key = proposal.key();
        lock(key);
        int latest = history.of(key).stream().mapToInt(PriceVersion::number).max().orElse(0);
        Price price = new Price(key, latest + 1, proposal.rate(), proposal.cost(), proposal.from().toInstant());
        if (isThere(price, proposal.reason())) {
            return Optional.empty();
        }
        check(proposal);
        insert(price, proposal.reason(), actor);
        return Optional.of(price);
    }

    /**
     * Calls off a version that has not begun.
     *
     * @throws PriceRefusedException if it has, if it was called off already, or if no reason is given
     */
    @Transactional
    public PriceVersion withdraw(PriceKey key, int number, String reason, UUID actor) {
        lock(key);
        PriceVersion version = history.of(key).stream().filter(it -> it.number() == number).findFirst()
                .orElseThrow(() -> new PriceRefusedException(START, "There is no version " + number + " of this price."));
        Instant now = clock.instant();
        if (version.isWithdrawn()) {
            throw new PriceRefusedException(START, "Version " + number + " was withdrawn already.");
        }
        if (!version.isPlannedAt(now)) {
            throw new PriceRefusedException(START,
                    "Version " + number + " has begun and cannot be withdrawn. Set another price to follow it.");
        }
        if (reason.isBlank()) {
            throw new PriceRefusedException(REASON, "Say in a few words why it is withdrawn. It stays in the history.");
        }
        sql.run("""
                INSERT INTO price_withdrawal (model, resolution, variant, version, reason, withdrawn_at, withdrawn_by)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, key.model(), key.resolution(), key.variant(), number, reason, now, actor);
        return version;
    }

    private boolean isThere(Price price, String reason) {
        return history.of(price.key()).stream().anyMatch(version -> version.isPlannedAt(clock.instant())
                && version.note().equals(reason) && version.price().isLike(price));
    }

    private void requireStart(Proposal proposal, Optional<Price> before) {
        Instant now = clock.instant();
        ZoneId zone = proposal.from().getZone();
        before.filter(price -> price.validFrom().isAfter(now)).ifPresent(planned -> {
            throw new PriceRefusedException(START, "A change is already planned for "
                    + DAY.format(planned.validFrom().atZone(zone)) + "; withdraw it first.");
        });
        Instant from = proposal.from().toInstant();
        if (from.isBefore(now)) {
            throw new PriceRefusedException(START, DAY.format(proposal.from()) + " at " + proposal.from().toLocalTime()
                    + " is past. A price can only begin in the future.");
        }
        before.filter(price -> !from.isAfter(price.validFrom())).ifPresent(price -> {
            throw new PriceRefusedException(START,
                    "Version " + price.version() + " begins at that very moment. The next one has to begin later.");
        });
    }

    private static void requireChange(Proposal proposal, Price before) {
        if (proposal.rate().equals(before.rate()) && proposal.cost().equals(before.cost())) {
            throw new PriceRefusedException(RATE, "This is the price as it is now. Nothing would change.");
        }
    }

    /** Two administrators at once are taken one after the other, so that each sees what the other did. */
    private void lock(PriceKey key) {
        sql.one("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", row -> "", "price of " + key);
    }

    private void insert(Price price, String reason, UUID actor) {
        Rate rate = price.rate();
        Optional<ProviderRate> cost = price.cost();
        sql.run("""
                INSERT INTO price (model, resolution, variant, version, per_second, tiers, rounding, free, cost_currency,
                  cost_per_second, cost_tiers, valid_from, note, created_at, created_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, price.key().model(), price.key().resolution(), price.key().variant(), price.version(),
                rate.perSecond().millis(), rate.tiers().toString(), rate.rounding(), rate.isFree(),
                cost.map(it -> it.perSecond().currency()).orElse(null), cost.map(it -> it.perSecond().micros()).orElse(null),
                cost.map(it -> it.tiers().toString()).orElse(""), price.validFrom(), reason, clock.instant(), actor);
    }
}
