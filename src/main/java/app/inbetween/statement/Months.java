package app.inbetween.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;
import app.inbetween.ledger.Periods;

/** Where the months of the studio begin and end among a person's movements. */
@ApplicationScoped
class Months {

    /**
     * The number of the first movement since a moment. The clocks of nodes differ a little, so that it need not be the
     * earliest:
     * among those of the first hour it is the one with the lowest number.
     */
    static final String FIRST_SINCE = """
            SELECT min(seq) FROM credit_entry WHERE user_id = ? AND at >= ?
              AND at < (SELECT min(at) FROM credit_entry WHERE user_id = ? AND at >= ?) + interval '1 hour'
            """;

    static final String ENDS = "SELECT min(at) AS first, max(at) AS last FROM credit_entry WHERE user_id = ?";

    static final String WITH_MOVEMENTS = """
            SELECT month.start FROM unnest(?, ?) AS month(start, finish)
            WHERE EXISTS (SELECT FROM credit_entry WHERE user_id = ? AND at >= month.start AND at < month.finish)
            ORDER BY month.start DESC
            """;

    @Inject
    Sql sql;
    @Inject
    Periods periods;

    /** @param month empty for everything there is */
    Range range(UUID user, Optional<YearMonth> month) {
        long beyond = sql.one("SELECT seq FROM credit_account WHERE user_id = ?", row -> row.getLong(1), user) + 1;
        return month.map(it -> range(user, it, beyond)).orElse(new Range(1, beyond));
    }

    /** The month we are in has no end yet, however the clocks differ: it leads to the balance. */
    private Range range(UUID user, YearMonth month, long beyond) {
        long first = firstSince(user, periods.startOf(month), beyond);
        boolean over = month.isBefore(periods.thisMonth());
        return new Range(first, over ? Math.max(first, firstSince(user, periods.endOf(month), beyond)) : beyond);
    }

    private long firstSince(UUID user, Instant moment, long beyond) {
        long seq = sql.one(FIRST_SINCE, row -> row.getLong(1), user, moment, user, moment);
        return seq == 0 ? beyond : seq;
    }

    /** Those in which something moved, newest first. */
    List<YearMonth> withMovements(UUID user) {
        List<YearMonth> span = sql.one(ENDS, this::span, user);
        return sql.all(WITH_MOVEMENTS, row -> monthOf(row, "start"),
                span.stream().map(periods::startOf).toArray(Instant[]::new),
                span.stream().map(periods::endOf).toArray(Instant[]::new), user);
    }

    private List<YearMonth> span(ResultSet row) throws SQLException {
        if (row.getObject("first") == null) {
            return List.of();
        }
        YearMonth last = monthOf(row, "last");
        return Stream.iterate(monthOf(row, "first"), month -> !month.isAfter(last), month -> month.plusMonths(1)).toList();
    }

    private YearMonth monthOf(ResultSet row, String column) throws SQLException {
        return YearMonth.from(row.getObject(column, OffsetDateTime.class).atZoneSameInstant(periods.zone()));
    }
}
