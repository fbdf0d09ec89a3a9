package app.inbetween.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import javax.sql.DataSource;

import app.inbetween.database.Sql;
import app.inbetween.price.Credits;
import app.inbetween.price.PriceKey;
import app.inbetween.price.Quote;
import app.inbetween.price.Rate;

/** The real ledger on one connection, without Quarkus; a step that is refused is rolled back, as its transaction would be. */
class WiredLedger implements Step.Books {

    private final UUID[] users = Stream.generate(UUID::randomUUID).limit(Step.USERS).toArray(UUID[]::new);
    private final UUID[] generations = Stream.generate(UUID::randomUUID).limit(Step.GENERATIONS).toArray(UUID[]::new);
    private final Ledger ledger;
    private final Connection connection;
    private Instant now = Step.BEGIN;
    private final Clock clock = new Clock() {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    };
    private final Sql sql;

    WiredLedger(Connection connection) {
        this.connection = connection;
        sql = new Sql(database());
        ledger = LedgerWiring.wire(sql, clock);
        for (UUID user : users) {
            sql.run("INSERT INTO app_user (id, issuer, subject, name) VALUES (?, 'tests', ?, 'ben')", user, user.toString());
            ledger.open(user);
        }
        sql.run("INSERT INTO spending_limit (user_id, daily_cap, monthly_cap) VALUES (?, ?, ?)", users[Step.USERS - 1],
                Step.DAILY_CAP.millis(), Step.MONTHLY_CAP.millis());
    }

    /** Everything so far has this connection in common, and nobody closes it. */
    DataSource database() {
        Connection kept = proxy(Connection.class,
                (method, values) -> method.getName().equals("close") ? null : method.invoke(connection, values));
        return proxy(DataSource.class, (method, values) -> kept);
    }

    String answer(Step step) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            return step.on(this);
        } catch (IllegalArgumentException | IllegalStateException | InsufficientCreditsException | LimitExceededException
                | RefundRefusedException e) {
            connection.rollback(before);
            return e.getClass().getSimpleName();
        }
    }

    @Override
    public String grant(int user, Credits amount, int days, int key) {
        Grant grant = Grant.of(users[user], amount, "because", key(key));
        ledger.grant(days == 0 ? grant : grant.until(now.plus(Duration.ofDays(days))));
        return "granted";
    }

    @Override
    public String takeBack(int user, Credits amount, int key) {
        ledger.takeBack(users[user], Correction.of(amount, "because", key(key)));
        return "taken";
    }

    @Override
    public String renew(int user, Credits amount, Credits rollover) {
        String month = YearMonth.from(now.atZone(ZoneOffset.UTC)).toString();
        ledger.renew(Grant.of(users[user], amount, "because", "allowance:" + users[user] + month).under(users[0]), rollover);
        return "renewed";
    }

    @Override
    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public String hold(int user, int generation, Credits amount) {
        Quote quote = new Quote(UUID.randomUUID(), users[user], PriceKey.of("local/flow", "720p"), Duration.ofSeconds(1),
                Rate.perSecond(amount), amount, Optional.empty(), 1, clock.instant());
        sql.run("""
                INSERT INTO quote (id, user_id, model, resolution, variant, length_nanos, per_second, tiers, rounding,
                  price_version, total, created_at, expires_at)
                VALUES (?, ?, 'local/flow', '720p', 'standard', 1000000000, ?, '', 'UP', 1, ?, now(), now())
                """, quote.id(), users[user], amount.millis(), amount.millis());
        return words(ledger.hold(users[user], generations[generation], quote, "Shot 3"));
    }

    @Override
    public String capture(int generation, Credits amount) {
        return words(ledger.capture(generations[generation], amount, ""));
    }

    @Override
    public String release(int generation) {
        return words(ledger.release(generations[generation], "cancelled"));
    }

    @Override
    public String refund(int generation, Credits amount, int key) {
        return words(ledger.refund(generations[generation], Correction.of(amount, "because", key(key))));
    }

    @Override
    public Balance balance(int user) {
        ledger.expireDue(users[user]);
        return ledger.balance(users[user]);
    }

    private String key(int key) {
        return users[0] + " " + key;
    }

    private static String words(Hold hold) {
        return hold.state() + " captured " + hold.captured() + " refunded " + hold.refunded();
    }

    private interface Call {
        Object of(java.lang.reflect.Method method, Object[] values) throws ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (self, method, values) -> {
            try {
                return call.of(method, values);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
