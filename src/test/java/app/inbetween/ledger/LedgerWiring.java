package app.inbetween.ledger;

import java.lang.reflect.Proxy;
import java.time.Clock;

import jakarta.enterprise.event.Event;

import app.inbetween.database.Sql;

/** The real ledger without Quarkus, where a transaction is whatever the connection says. */
final class LedgerWiring {

    private LedgerWiring() {
    }

    static Ledger wire(Sql sql, Clock clock) {
        Ledger ledger = new Ledger();
        ledger.sql = sql;
        ledger.config = new TestLedgerConfig();
        ledger.accounts = new Accounts();
        ledger.accounts.sql = sql;
        ledger.accounts.clock = clock;
        ledger.holds = new Holds();
        ledger.holds.sql = sql;
        ledger.entries = new Entries();
        ledger.entries.sql = sql;
        ledger.journal = new Journal();
        ledger.journal.sql = sql;
        ledger.journal.periods = periods(ledger.config, clock);
        ledger.journal.news = deaf();
        ledger.holdings = new Holdings();
        ledger.holdings.accounts = ledger.accounts;
        ledger.holdings.holds = ledger.holds;
        ledger.holdings.journal = ledger.journal;
        ledger.holdings.config = ledger.config;
        ledger.holdings.limits = new SpendingLimits();
        ledger.holdings.limits.sql = sql;
        ledger.holdings.limits.config = ledger.config;
        ledger.holdings.limits.periods = ledger.journal.periods;
        return ledger;
    }

    static Periods periods(LedgerConfig config, Clock clock) {
        Periods periods = new Periods();
        periods.config = config;
        periods.clock = clock;
        return periods;
    }

    @SuppressWarnings("unchecked")
    private static Event<CreditsMoved> deaf() {
        return (Event<CreditsMoved>) Proxy.newProxyInstance(Event.class.getClassLoader(), new Class<?>[] { Event.class },
                (self, method, values) -> null);
    }
}
