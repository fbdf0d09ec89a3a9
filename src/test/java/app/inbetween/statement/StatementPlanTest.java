package app.inbetween.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.account.People;
import app.inbetween.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** What a statement asks for is found by index, in a studio with a long past and for a person with one. */
@QuarkusTest
class StatementPlanTest {

    private static final int PEOPLE = 20;
    private static final int PAST = 3_000;

    private static final String HOLDS = """
            INSERT INTO credit_hold (id, user_id, generation_id, title, amount, captured, state, model, resolution, length_nanos,
              per_second, price_version, rounding, created_at)
            SELECT gen_random_uuid(), u, gen_random_uuid(), 'Past', 5000, 5000, 'CAPTURED', 'local/flow', '720p', 5000000000, 1000,
              1, 'UP', now() - n * interval '1 hour'
            FROM unnest(?) u, generate_series(1, ?) n""";

    private static final String ENTRIES = """
            INSERT INTO credit_entry (id, user_id, seq, kind, hold_id, amount, available_after, held_after, spent_after, reason,
              idempotency_key, at)
            SELECT gen_random_uuid(), user_id, 1000000 - n, 'CAPTURE', id, 5000, 0, 0, 5000, '', id::text, created_at
            FROM (SELECT h.*, row_number() OVER (PARTITION BY user_id ORDER BY created_at DESC) AS n FROM credit_hold h
              WHERE user_id = ANY(?)) past""";

    private static final String MONTHS = """
            INSERT INTO spend_month (month, user_id, model, captured, refunded, clips, cost_micros)
            SELECT date '2020-01-01' + n * interval '1 month', u, 'local/flow', 5000, 0, 1, 0
            FROM unnest(?) u, generate_series(1, 300) n""";

    @Inject
    People people;
    @Inject
    Sql sql;

    private UUID[] users;

    @BeforeEach
    void register() {
        users = new UUID[PEOPLE];
        for (int i = 0; i < PEOPLE; i++) {
            users[i] = people.register("plan " + i).id;
        }
    }

    @Test
    void rowsAreFoundByIndex() {
        QuarkusTransaction.begin();
        try {
            fill();
            UUID user = users[0];
            Instant start = Instant.parse("2026-11-01T00:00:00Z");
            LocalDate month = LocalDate.of(2026, 11, 1);

            assertIndexed(Movements.NEWEST, "credit_entry_is_numbered_within_its_account", user, 1L, 999_000L, 26);
            assertIndexed(MonthSummaries.TOTALS, "credit_entry_is_numbered_within_its_account", user, 999_500L, 999_600L);
            assertIndexed(Months.FIRST_SINCE, "credit_entry_of_user_by_time", user, start, user, start);
            assertIndexed(Months.ENDS, "credit_entry_of_user_by_time", user);
            assertIndexed(Months.WITH_MOVEMENTS, "credit_entry_of_user_by_time", new Instant[] { start },
                    new Instant[] { start.plusSeconds(86_400 * 30) }, user);
            assertIndexed(MonthSummaries.BY_MODEL, "spend_month_", user, month, user, month, month.plusMonths(1));
            assertIndexed(Outlook.LATEST, "credit_hold_of_user_by_time", user);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private void fill() {
        sql.run(HOLDS, users, PAST);
        sql.run(ENTRIES, (Object) users);
        sql.run(MONTHS, (Object) users);
        sql.run("ANALYZE credit_entry, credit_hold, spend_month");
    }

    private void assertIndexed(String query, String index, Object... values) {
        String plan = String.join("\n", sql.all("EXPLAIN " + query, row -> row.getString(1), values));
        assertThat(plan).contains(index).doesNotContain("Seq Scan on credit_entry", "Seq Scan on credit_hold",
                "Seq Scan on spend_month");
    }
}
