package app.inbetween.generation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.budget.ProviderBudgets;
import app.inbetween.database.Sql;
import app.inbetween.ledger.Periods;
import app.inbetween.ledger.ProviderCosts;
import app.inbetween.price.Exchange;
import app.inbetween.price.Money;

/** How much of what each provider may cost us in a day is used. */
@ApplicationScoped
public class ProviderSpending {

    /**
     * What providers will bill for the jobs they have. One that somebody has to look at was billed on the day it was sent.
     */
    static final String UNDER_WAY = """
            SELECT h.cost_currency, h.cost_micros FROM generation g JOIN credit_hold h ON h.generation_id = g.id
            WHERE g.provider = ? AND h.state = 'OPEN' AND h.cost_micros > 0
              AND g.state IN ('SUBMITTING', 'RUNNING', 'UNKNOWN', 'SAVING', 'NEEDS_ATTENTION')
              AND (g.state <> 'NEEDS_ATTENTION' OR g.submitting_at >= ?)
            """;

    @Inject
    Sql sql;
    @Inject
    ProviderBudgets budgets;
    @Inject
    ProviderCosts costs;
    @Inject
    Exchange exchange;
    @Inject
    Periods periods;

    /** In dollars a day; empty where it may cost anything. */
    public Optional<Money> limit(String provider) {
        return budgets.of(provider);
    }

    /** What was billed today, and what will be for the jobs under way, in dollars. */
    public Money used(String provider) {
        // In this order: a job that ends in between is counted twice rather than not at all.
        long underWay = sql.all(UNDER_WAY, row -> exchange.toDollars(new Money(row.getLong(2), row.getString(1))).micros(),
                provider, periods.startOf(periods.today())).stream().mapToLong(Long::longValue).sum();
        return Money.dollars(Math.addExact(costs.today(provider).micros(), underWay));
    }

    /** Whether nothing that costs anything is sent to it before tomorrow. */
    public boolean isSpent(String provider) {
        return limit(provider).filter(limit -> used(provider).micros() >= limit.micros()).isPresent();
    }

    /** What is left of today's; empty where there is no limit. Only certain under the lock that claims are made under. */
    Optional<Money> left(String provider) {
        return limit(provider).map(limit -> left(provider, limit));
    }

    /** The same of all that have a limit, by name. */
    public Map<String, Money> left() {
        Map<String, Money> left = new HashMap<>();
        budgets.all().forEach((provider, limit) -> left.put(provider, left(provider, limit)));
        return left;
    }

    /** Whether a clip waits because its provider may not cost so much more today. */
    public boolean isStopped(Generation waiting) {
        return left(waiting.provider).filter(left -> costOf(waiting).micros() > Math.max(0, left.micros())).isPresent();
    }

    /** Whether a clip waits in vain as long as nobody raises the limit: it takes more than a whole day's. */
    public boolean isTooDear(Generation waiting) {
        return limit(waiting.provider).filter(limit -> costOf(waiting).micros() > limit.micros()).isPresent();
    }

    private Money left(String provider, Money limit) {
        return Money.dollars(limit.micros() - used(provider).micros());
    }

    private Money costOf(Generation waiting) {
        return sql.first("""
                SELECT cost_currency, cost_micros FROM credit_hold WHERE generation_id = ? AND cost_micros IS NOT NULL
                """, row -> exchange.toDollars(new Money(row.getLong(2), row.getString(1))), waiting.id)
                .orElse(Money.dollars(0));
    }
}
