package app.inbetween.crash;

import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import app.inbetween.account.People;
import app.inbetween.database.Sql;
import io.quarkus.test.junit.QuarkusTest;

/** Two real processes give the same allowance to the same people at the same time, and one of them is killed over it. */
@QuarkusTest
class AllowanceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int PEOPLE = 400;

    @Inject
    People people;
    @Inject
    Sql sql;

    private final UUID allowance = UUID.randomUUID();

    @AfterEach
    void theBooksAreInOrder() {
        sql.run("UPDATE allowance SET ended_at = now() WHERE id = ?", allowance);
        assertNoViolations();
    }

    @Test
    void everybodyIsGivenItOnce() throws Exception {
        List<UUID> everybody = Stream.generate(() -> people.register("someone").id).limit(PEOPLE).toList();
        sql.run("""
                INSERT INTO allowance (id, name, applies_to, amount, rollover_cap, starts_on, created_at, created_by)
                VALUES (?, 'Film', 'EVERYONE', 7000, 0, date '2026-01-01', now(), ?)
                """, allowance, everybody.get(0));

        try (Node one = Node.start(); Node another = Node.start()) {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> given() > 0);
            one.kill();
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> haveIt(everybody) == PEOPLE);
            assertThat(another.isAlive()).as(another::log).isTrue();
        }

        assertThat(sql.all("SELECT user_id FROM credit_lot WHERE allowance = ? GROUP BY user_id HAVING count(*) > 1",
                row -> row.getString(1), allowance)).as("given twice").isEmpty();
    }

    private int given() {
        return sql.one("SELECT count(*) FROM credit_lot WHERE allowance = ?", row -> row.getInt(1), allowance);
    }

    private int haveIt(List<UUID> everybody) {
        return sql.one("SELECT count(DISTINCT user_id) FROM credit_lot WHERE allowance = ? AND user_id = ANY(?)",
                row -> row.getInt(1), allowance, everybody.toArray(UUID[]::new));
    }
}
