package app.inbetween.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import app.inbetween.database.Sql;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A database that was filled before there were lots, prices with variants and sums by day. */
class LotMigrationTest {

    private static final String BEFORE_LOTS = "5";
    private static EmbeddedPostgres postgres;
    private static Sql sql;

    @BeforeAll
    static void migrateAnOldDatabase() throws IOException {
        postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off")
                .setOverrideWorkingDirectory(Path.of("target", "trial", "postgres-programs").toFile()).start();
        DataSource database = postgres.getPostgresDatabase();
        sql = new Sql(database);
        Flyway.configure().dataSource(database).target(BEFORE_LOTS).load().migrate();
        fill();
        LedgerAssertions.assertNoViolations(database);
        Flyway.configure().dataSource(database).load().migrate();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void theBooksAreInOrder() {
        LedgerAssertions.assertNoViolations(postgres.getPostgresDatabase());
    }

    @Test
    void whatWasSpentCameFromTheOldestAndTheRestIsThere() {
        assertThat(lots("ada")).containsExactly("GRANT 100000 20000", "REFUND 5000 5000");
        assertThat(lots("ben")).containsExactly("WELCOME 100000 0", "GRANT 20000 10000");
        assertThat(lots("cleo")).containsExactly("WELCOME 7000 7000");
    }

    @Test
    void openHoldsRememberTheirLots() {
        assertThat(
                sql.all("""
                        SELECT lot_amounts::text || ' ' || (lots = ARRAY(SELECT l.id FROM credit_lot l JOIN credit_entry e ON e.id = l.id
                          WHERE l.user_id = h.user_id AND l.id = ANY(h.lots) ORDER BY e.seq))
                        FROM credit_hold h WHERE state = 'OPEN' ORDER BY amount
                        """,
                        row -> row.getString(1)))
                .containsExactly("{50000} true", "{100000,10000} true");
    }

    @Test
    void whatWasChargedIsInTheSums() {
        assertThat(sql.all("SELECT day, model, captured, refunded, clips FROM spend_delta ORDER BY captured",
                row -> row.getString(1) + " " + row.getString(2) + " " + row.getLong(3) + " " + row.getLong(4) + " "
                        + row.getInt(5)))
                .containsExactly("2026-11-01 local/flow 0 5000 0", "2026-11-01 local/flow 30000 0 1");
    }

    private static List<String> lots(String name) {
        return sql.all("""
                SELECT l.source, l.amount, l.remaining FROM credit_lot l JOIN credit_entry e ON e.id = l.id
                JOIN app_user u ON u.id = l.user_id WHERE u.name = ? ORDER BY e.seq
                """, row -> row.getString(1) + " " + row.getLong(2) + " " + row.getLong(3), name);
    }

    /**
     * ada: 100 granted, 40 held and 30 of them spent, 5 given back, 50 still held. ben: 100 and 20 granted, 110 held.
     */
    private static void fill() {
        for (String statement : """
                INSERT INTO app_user (id, issuer, subject, name) SELECT gen_random_uuid(), 'old', name, name
                  FROM unnest(ARRAY['ada', 'ben', 'cleo']) AS name;
                INSERT INTO credit_account (user_id, available, held, spent, granted, seq)
                  SELECT u.id, a.available, a.held, a.spent, a.granted, a.seq FROM app_user u JOIN (VALUES
                    ('ada', 25000, 50000, 25000, 100000, 5), ('ben', 10000, 110000, 0, 120000, 3),
                    ('cleo', 7000, 0, 0, 7000, 1)) AS a(name, available, held, spent, granted, seq) USING (name);
                INSERT INTO credit_hold (id, user_id, generation_id, title, amount, captured, refunded, state, model, resolution,
                    length_nanos, per_second, rounding, price_version, created_at)
                  SELECT gen_random_uuid(), u.id, gen_random_uuid(), h.title, h.amount, h.captured, h.refunded, h.state,
                    'local/flow', '720p', 1000000000, 1000, 'UP', 1, timestamptz '2026-11-01 12:00Z'
                  FROM app_user u JOIN (VALUES ('ada', 'done', 40000, 30000, 5000, 'CAPTURED'),
                    ('ada', 'open', 50000, NULL, 0, 'OPEN'), ('ben', 'open', 110000, NULL, 0, 'OPEN'))
                    AS h(name, title, amount, captured, refunded, state) USING (name);
                INSERT INTO credit_entry (id, user_id, seq, kind, hold_id, original_id, amount, available_after, held_after,
                    spent_after, reason, idempotency_key, at)
                  SELECT gen_random_uuid(), u.id, e.seq, e.kind, h.id, NULL, e.amount, e.available, e.held, e.spent, '',
                    CASE e.kind WHEN 'GRANT' THEN 'grant:' || e.origin ELSE '' END || e.name || e.seq, timestamptz '2026-11-01 12:00Z'
                  FROM app_user u JOIN (VALUES
                    ('ada', 1, 'GRANT', NULL, 'film', 100000, 100000, 0, 0), ('ada', 2, 'HOLD', 'done', '', 40000, 60000, 40000, 0),
                    ('ada', 3, 'CAPTURE', 'done', '', 30000, 70000, 0, 30000),
                    ('ben', 1, 'GRANT', NULL, 'welcome:', 100000, 100000, 0, 0), ('ben', 2, 'GRANT', NULL, 'film', 20000, 120000, 0, 0),
                    ('ben', 3, 'HOLD', 'open', '', 110000, 10000, 110000, 0),
                    ('cleo', 1, 'GRANT', NULL, 'welcome:', 7000, 7000, 0, 0))
                    AS e(name, seq, kind, hold, origin, amount, available, held, spent) USING (name)
                  LEFT JOIN credit_hold h ON h.user_id = u.id AND h.title = e.hold;
                INSERT INTO credit_entry (id, user_id, seq, kind, hold_id, original_id, amount, available_after, held_after,
                    spent_after, reason, idempotency_key, at)
                  SELECT gen_random_uuid(), user_id, 4, 'REFUND', hold_id, id, 5000, 75000, 0, 25000, '', 'refund', at
                  FROM credit_entry WHERE kind = 'CAPTURE';
                INSERT INTO credit_entry (id, user_id, seq, kind, hold_id, amount, available_after, held_after, spent_after, reason,
                    idempotency_key, at)
                  SELECT gen_random_uuid(), h.user_id, 5, 'HOLD', h.id, 50000, 25000, 50000, 25000, '', 'ada5', h.created_at
                  FROM credit_hold h WHERE h.amount = 50000
                """
                .split(";")) {
            sql.run(statement);
        }
    }
}
