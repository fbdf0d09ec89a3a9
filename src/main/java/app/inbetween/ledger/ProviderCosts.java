package app.inbetween.ledger;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import app.inbetween.database.Sql;
import app.inbetween.price.Exchange;
import app.inbetween.price.Money;

/** What providers bill us, kept apart from credits. */
@ApplicationScoped
public class ProviderCosts {

    @Inject
    Sql sql;
    @Inject
    Exchange exchange;
    @Inject
    Periods periods;
    @Inject
    Clock clock;

    /** Notes what a generation cost us, once; belongs in the transaction that ends the generation. */
    @Transactional(MANDATORY)
    public void record(Hold hold, Money cost) {
        Instant now = clock.instant();
        sql.run("""
                WITH added AS (
                  INSERT INTO provider_cost (generation_id, user_id, provider, model, amount_micros, currency, dollar_micros, at)
                  VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (generation_id) DO NOTHING
                  RETURNING user_id, model, dollar_micros)
                INSERT INTO spend_delta (day, user_id, model, captured, refunded, clips, cost_micros)
                SELECT ?, user_id, model, 0, 0, 0, dollar_micros FROM added
                """,
                hold.generation(), hold.user(), hold.key().provider(), hold.key().model(), cost.micros(),
                cost.currency(), exchange.toDollars(cost).micros(), now, periods.dayOf(now));
    }

    /** What a provider has billed since the day began. */
    public Money today(String provider) {
        return Money.dollars(sql.one("SELECT coalesce(sum(dollar_micros), 0) FROM provider_cost WHERE provider = ? AND at >= ?",
                row -> row.getLong(1), provider, periods.startOf(periods.today())));
    }
}
