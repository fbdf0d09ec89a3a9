package app.inbetween.ledger;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;

import app.inbetween.database.Sql;
import app.inbetween.price.Credits;
import app.inbetween.price.PriceKey;
import app.inbetween.price.Quote;
import app.inbetween.price.Rate;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A PostgreSQL of its own that waits for its disk, with people in it, and the real ledger on a connection for each thread. */
final class Bank implements AutoCloseable {

    static final int PEOPLE = 10_000;
    static final Credits PRICE = Credits.of(1);

    private final EmbeddedPostgres postgres;
    private final ThreadLocal<Connection> connections;
    final Sql sql;
    final Ledger ledger;

    Bank() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder().setServerConfig("max_connections", "200")
                .setServerConfig("max_wal_size", "4GB").setServerConfig("shared_buffers", "256MB")
                .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").start();
        Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
        connections = ThreadLocal.withInitial(this::connect);
        sql = new Sql(sharedByThread());
        ledger = LedgerWiring.wire(sql, Clock.systemUTC());
        register();
    }

    int port() {
        return postgres.getPort();
    }

    static UUID person(int number) {
        return new UUID(0x7000L, 0x8000_0000_0000_0000L | number);
    }

    static Quote quote(int person) {
        return new Quote(person(PEOPLE + person), person(person), PriceKey.of("local/flow", "720p"), Duration.ofSeconds(1),
                Rate.perSecond(PRICE), PRICE, Optional.empty(), 1, Instant.MAX);
    }

    /** Commits what the work did, or nothing. */
    <T> T inTransaction(Supplier<T> work) {
        Connection connection = connections.get();
        try {
            T result = work.get();
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            rollBack(connection);
            throw e;
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> violations() throws SQLException {
        return LedgerAssertions.violations(postgres.getPostgresDatabase());
    }

    /** One credit buys one hold, so everybody is given more than any benchmark can spend. */
    private void register() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TEMP TABLE someone AS SELECT n, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid AS id,
                      ('00000000-0000-7000-8000-' || lpad(to_hex(n + %d), 12, '0'))::uuid AS quote
                    FROM generate_series(0, %d - 1) n;
                    INSERT INTO app_user (id, issuer, subject, name) SELECT id, 'bench', n::text, 'person ' || n FROM someone;
                    INSERT INTO credit_account (user_id) SELECT id FROM someone;
                    INSERT INTO quote (id, user_id, model, resolution, variant, length_nanos, per_second, tiers, rounding,
                      price_version, total, created_at, expires_at)
                    SELECT quote, id, 'local/flow', '720p', 'standard', 1000000000, 1000, '', 'UP', 1, 1000, now(), 'infinity'
                    FROM someone;
                    """.formatted(PEOPLE, PEOPLE));
        }
        for (int person = 0; person < PEOPLE; person++) {
            UUID user = person(person);
            inTransaction(() -> ledger.grant(Grant.of(user, Credits.of(2_000_000), "Benchmark", user.toString())));
        }
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
        }
    }

    private Connection connect() {
        try {
            Connection connection = postgres.getPostgresDatabase().getConnection();
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private DataSource sharedByThread() {
        return (DataSource) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { DataSource.class },
                (self, method, values) -> unclosable(connections.get()));
    }

    private static Connection unclosable(Connection connection) {
        return (Connection) Proxy.newProxyInstance(Bank.class.getClassLoader(), new Class<?>[] { Connection.class },
                (self, method, values) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(connection, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
