package app.inbetween.ledger;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import app.inbetween.database.Sql;
import app.inbetween.price.Credits;

/**
 * What people may spend in a day and in a month. What counts is what is held and what was captured less what was given back,
 * by the day on which it was held.
 */
@ApplicationScoped
public class SpendingLimits {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    Sql sql;
    @Inject
    LedgerConfig config;
    @Inject
    Periods periods;

    /**
     * What somebody has used of their limits.
     *
     * @param day since the day began
     * @param month since the month began
     */
    public record Usage(Credits day, Credits month) {

        static final Usage NONE = new Usage(Credits.ZERO, Credits.ZERO);

        Usage plus(Credits more) {
            return new Usage(day.plus(more), month.plus(more));
        }
    }

    /** What was set for the person, and nothing of the configuration. */
    public SpendingLimit set(UUID user) {
        return sql.first("SELECT * FROM spending_limit WHERE user_id = ?", SpendingLimit::read, user)
                .orElseGet(() -> SpendingLimit.none(user));
    }

    /** What holds for the person. */
    public SpendingLimit of(UUID user) {
        return withDefaults(set(user));
    }

    /** What holds for people for whom nothing was set. */
    public SpendingLimit usual() {
        return withDefaults(SpendingLimit.none(NOBODY));
    }

    public Usage usage(UUID user) {
        return usage(List.of(user)).getOrDefault(user, Usage.NONE);
    }

    @Transactional
    public void set(SpendingLimit limit) {
        sql.run("""
                INSERT INTO spending_limit (user_id, daily_cap, monthly_cap, max_concurrent, own_monthly_cap, ask_above)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (user_id) DO UPDATE SET daily_cap = excluded.daily_cap, monthly_cap = excluded.monthly_cap,
                  max_concurrent = excluded.max_concurrent, own_monthly_cap = excluded.own_monthly_cap,
                  ask_above = excluded.ask_above
                """, limit.user(), millis(limit.dailyCap()), millis(limit.monthlyCap()),
                limit.maxConcurrent().isPresent() ? limit.maxConcurrent().getAsInt() : null, millis(limit.ownMonthlyCap()),
                millis(limit.askAbove()));
    }

    /** Sets what is the person's own to set; what an administrator sets at the same moment is not touched. */
    @Transactional
    public void setOwn(UUID user, Optional<Credits> monthlyCap, Optional<Credits> askAbove) {
        sql.run("""
                INSERT INTO spending_limit (user_id, own_monthly_cap, ask_above) VALUES (?, ?, ?)
                ON CONFLICT (user_id) DO UPDATE SET own_monthly_cap = excluded.own_monthly_cap, ask_above = excluded.ask_above
                """, user, millis(monthlyCap), millis(askAbove));
    }

    /** Sets what is an administrator's to set; what the person set stays, even when it is set at the same moment. */
    @Transactional
    public void cap(UUID user, Optional<Credits> daily, Optional<Credits> monthly, OptionalInt concurrent) {
        sql.run("""
                INSERT INTO spending_limit (user_id, daily_cap, monthly_cap, max_concurrent) VALUES (?, ?, ?, ?)
                ON CONFLICT (user_id) DO UPDATE SET daily_cap = excluded.daily_cap, monthly_cap = excluded.monthly_cap,
                  max_concurrent = excluded.max_concurrent
                """, user, millis(daily), millis(monthly), concurrent.isPresent() ? concurrent.getAsInt() : null);
    }

    /** Where the accounts are locked: a guard for each person who has a limit. */
    Map<UUID, SpendingGuard> guards(Collection<UUID> users) {
        Map<UUID, SpendingLimit> limits = new HashMap<>();
        sql.all("SELECT * FROM spending_limit WHERE user_id = ANY(?)", SpendingLimit::read,
                (Object) users.toArray(UUID[]::new)).forEach(limit -> limits.put(limit.user(), limit));
        users.forEach(user -> limits.compute(user, (id, set) -> withDefaults(set == null ? SpendingLimit.none(id) : set)));
        limits.values().removeIf(limit -> limit.dailyCap().isEmpty() && limit.month().isEmpty());
        Map<UUID, Usage> usage = limits.isEmpty() ? Map.of() : usage(limits.keySet());
        Map<UUID, SpendingGuard> guards = new HashMap<>();
        limits.forEach((user, limit) -> guards.put(user, new SpendingGuard(limit, usage.getOrDefault(user, Usage.NONE),
                "tomorrow", "on " + periods.thisMonth().plusMonths(1).atDay(1).format(DAY))));
        return guards;
    }

    private SpendingLimit withDefaults(SpendingLimit set) {
        return new SpendingLimit(set.user(), set.dailyCap().or(() -> credits(config.dailyCap())),
                set.monthlyCap().or(() -> credits(config.monthlyCap())), set.maxConcurrent(), set.ownMonthlyCap(),
                set.askAbove());
    }

    private Map<UUID, Usage> usage(Collection<UUID> users) {
        YearMonth month = periods.thisMonth();
        Map<UUID, Usage> usage = new HashMap<>();
        sql.all("""
                SELECT user_id, sum(CASE state WHEN 'OPEN' THEN amount ELSE coalesce(captured, 0) - refunded END) AS month,
                  sum(CASE state WHEN 'OPEN' THEN amount ELSE coalesce(captured, 0) - refunded END)
                    FILTER (WHERE created_at >= ?) AS day
                FROM credit_hold WHERE user_id = ANY(?) AND created_at >= ? GROUP BY user_id
                """, row -> usage.put(row.getObject("user_id", UUID.class),
                new Usage(Credits.ofMillis(row.getLong("day")), Credits.ofMillis(row.getLong("month")))),
                periods.startOf(periods.today()), users.toArray(UUID[]::new), periods.startOf(month));
        return usage;
    }

    private static Optional<Credits> credits(OptionalInt whole) {
        return whole.isPresent() ? Optional.of(Credits.of(whole.getAsInt())) : Optional.empty();
    }

    private static Long millis(Optional<Credits> credits) {
        return credits.map(Credits::millis).orElse(null);
    }
}
