package app.inbetween.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import app.inbetween.database.Sql;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Adds the newest spending to the sums by day and by month. */
@ApplicationScoped
class SpendFolder {

    static final int AT_ONCE = 10_000;

    private static final String FOLD = """
            WITH taken AS (
              DELETE FROM spend_delta WHERE id = ANY(ARRAY(SELECT id FROM spend_delta ORDER BY id LIMIT ?)) RETURNING *
            ), by_day AS (
              INSERT INTO spend_day (day, model, captured, refunded, clips, cost_micros)
              SELECT day, model, sum(captured), sum(refunded), sum(clips), sum(cost_micros) FROM taken GROUP BY day, model
              ON CONFLICT (day, model) DO UPDATE SET captured = spend_day.captured + excluded.captured,
                refunded = spend_day.refunded + excluded.refunded, clips = spend_day.clips + excluded.clips,
                cost_micros = spend_day.cost_micros + excluded.cost_micros
            ), by_month AS (
              INSERT INTO spend_month (month, user_id, model, captured, refunded, clips, cost_micros)
              SELECT date_trunc('month', day), user_id, model, sum(captured), sum(refunded), sum(clips), sum(cost_micros)
              FROM taken GROUP BY 1, user_id, model
              ON CONFLICT (month, user_id, model) DO UPDATE SET captured = spend_month.captured + excluded.captured,
                refunded = spend_month.refunded + excluded.refunded, clips = spend_month.clips + excluded.clips,
                cost_micros = spend_month.cost_micros + excluded.cost_micros
            )
            SELECT count(*) FROM taken
            """;

    @Inject
    Sql sql;

    /** After a rush there is more than one statement should take at once. */
    @Scheduled(every = "{inbetween.ledger.fold-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        while (fold() == AT_ONCE) {
            continue;
        }
    }

    /** Returns how many movements were added; none while another node is at it. */
    @Transactional
    int fold() {
        // Two nodes adding to the same sums would wait for each other row by row.
        return sql.one("SELECT pg_try_advisory_xact_lock(hashtext('inbetween.fold'))", row -> row.getBoolean(1))
                ? sql.one(FOLD, row -> row.getInt(1), AT_ONCE)
                : 0;
    }
}
