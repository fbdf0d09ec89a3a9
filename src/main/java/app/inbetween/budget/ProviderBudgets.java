package app.inbetween.budget;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import app.inbetween.database.Sql;
import app.inbetween.price.Money;

/** What each provider may cost us in a day, in dollars. */
@ApplicationScoped
public class ProviderBudgets {

    @Inject
    Sql sql;

    /** By provider; those that are not there have no limit. */
    public Map<String, Money> all() {
        Map<String, Money> limits = new TreeMap<>();
        sql.all("SELECT * FROM provider_budget", row -> limits.put(row.getString("provider"),
                Money.dollars(row.getLong("daily_dollar_micros"))));
        return limits;
    }

    /** Empty where it may cost anything. */
    public Optional<Money> of(String provider) {
        return sql.first("SELECT daily_dollar_micros FROM provider_budget WHERE provider = ?",
                row -> Money.dollars(row.getLong(1)), provider);
    }

    /** @param daily in dollars, zero or more */
    @Transactional
    public void set(String provider, Money daily) {
        sql.run("""
                INSERT INTO provider_budget (provider, daily_dollar_micros) VALUES (?, ?)
                ON CONFLICT (provider) DO UPDATE SET daily_dollar_micros = excluded.daily_dollar_micros
                """, provider, daily.micros());
    }

    @Transactional
    public void remove(String provider) {
        sql.run("DELETE FROM provider_budget WHERE provider = ?", provider);
    }
}
