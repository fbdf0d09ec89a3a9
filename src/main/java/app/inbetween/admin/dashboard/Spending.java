package app.inbetween.admin.dashboard;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;
import app.inbetween.price.Credits;

/**
 * Reads the sums of what was charged. They are in two parts, the folded ones and what has moved since, and one statement reads
 * both, so that the answer is exact while a worker folds.
 */
@ApplicationScoped
public class Spending {

    static final String BY_DAY = """
            SELECT day, model, sum(captured) AS captured, sum(refunded) AS refunded, sum(clips) AS clips,
              sum(cost_micros) AS cost_micros
            FROM (
              SELECT day, model, captured, refunded, clips, cost_micros FROM spend_day WHERE day BETWEEN ? AND ?
              UNION ALL
              SELECT day, model, captured, refunded, clips, cost_micros FROM spend_delta WHERE day BETWEEN ? AND ?) part
            GROUP BY day, model ORDER BY day DESC, model
            """;

    static final String MOST_OF_MONTH = """
            SELECT u.id, u.name, a.available, a.held, most.net
            FROM (
              SELECT user_id, sum(captured - refunded) AS net
              FROM (
                SELECT user_id, captured, refunded FROM spend_month WHERE month = ?
                UNION ALL
                SELECT user_id, captured, refunded FROM spend_delta WHERE day BETWEEN ? AND ?) part
              GROUP BY user_id HAVING sum(captured - refunded) > 0 ORDER BY net DESC, user_id LIMIT ?) most
            JOIN app_user u ON u.id = most.user_id JOIN credit_account a ON a.user_id = most.user_id
            ORDER BY most.net DESC, u.id
            """;

    @Inject
    Sql sql;

    /** A person and what was charged to them in a month. */
    public record Spender(UUID id, String name, Credits free, Credits held, Credits charged) {

        public String initial() {
            return name.substring(0, name.offsetByCodePoints(0, 1));
        }
    }

    /** @param to the last day, which counts */
    public SpendDays days(LocalDate from, LocalDate to) {
        return new SpendDays(sql.all(BY_DAY, row -> new SpendDays.Part(row.getObject("day", LocalDate.class),
                row.getString("model"), Tally.read(row)), from, to, from, to));
    }

    List<Spender> most(YearMonth month, int limit) {
        return sql.all(MOST_OF_MONTH, row -> new Spender(row.getObject("id", UUID.class), row.getString("name"),
                Credits.ofMillis(row.getLong("available")), Credits.ofMillis(row.getLong("held")),
                Credits.ofMillis(row.getLong("net"))), month.atDay(1), month.atDay(1), month.atEndOfMonth(), limit);
    }
}
