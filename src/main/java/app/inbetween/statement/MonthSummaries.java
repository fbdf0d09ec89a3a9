package app.inbetween.statement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;
import app.inbetween.ledger.Balance;
import app.inbetween.ledger.Entry;
import app.inbetween.ledger.Periods;
import app.inbetween.price.Credits;
import app.inbetween.price.Shelf;
import app.inbetween.statement.MonthSummary.Change;
import app.inbetween.statement.MonthSummary.ModelSpending;

/** Sums up a person's months. */
@ApplicationScoped
class MonthSummaries {

    static final String TOTALS = """
            SELECT kind, sum(amount) AS total FROM credit_entry WHERE user_id = ? AND seq >= ? AND seq < ? GROUP BY kind
            """;

    /** The rows of a month's spending, folded and not folded yet. */
    private static final String SPENDING = """
            (SELECT model, clips, captured, refunded FROM spend_month WHERE user_id = ? AND month = ?
             UNION ALL
             SELECT model, clips, captured, refunded FROM spend_delta WHERE user_id = ? AND day >= ? AND day < ?) spending
            """;

    static final String BY_MODEL = "SELECT model, sum(clips) AS clips, sum(captured - refunded) AS spent FROM " + SPENDING + """
            GROUP BY model HAVING sum(clips) > 0 OR sum(captured) > 0 OR sum(refunded) > 0 ORDER BY spent DESC, model
            """;

    private static final Balance NOTHING = new Balance(Credits.ZERO, Credits.ZERO, Credits.ZERO, Credits.ZERO);

    @Inject
    Sql sql;
    @Inject
    Periods periods;
    @Inject
    Shelf shelf;

    MonthSummary of(UUID user, YearMonth month, Range range) {
        Balance opening = after(user, range.first() - 1);
        Balance closing = after(user, range.beyond() - 1);
        List<Change> changes = changes(totals(user, range), closing.held().minus(opening.held()));
        return new MonthSummary(month, !month.isBefore(periods.thisMonth()), opening.available(), closing.available(), changes,
                models(user, month));
    }

    /** What a person spent in a month, less what was given back in it. */
    Credits spent(UUID user, YearMonth month) {
        return sql.one("SELECT coalesce(sum(captured - refunded), 0) FROM " + SPENDING,
                row -> Credits.ofMillis(row.getLong(1)), spendingOf(user, month));
    }

    private Balance after(UUID user, long seq) {
        return sql.first("SELECT available_after, held_after, spent_after FROM credit_entry WHERE user_id = ? AND seq = ?",
                Movement::after, user, seq).orElse(NOTHING);
    }

    private Map<Entry.Kind, Credits> totals(UUID user, Range range) {
        Map<Entry.Kind, Credits> totals = new EnumMap<>(Entry.Kind.class);
        sql.all(TOTALS, row -> totals.put(Entry.Kind.valueOf(row.getString("kind")), Credits.ofMillis(row.getLong("total"))),
                user, range.first(), range.beyond());
        return totals;
    }

    private static List<Change> changes(Map<Entry.Kind, Credits> totals, Credits moreHeld) {
        return Stream.of(new Change("Granted", of(totals, Entry.Kind.GRANT)),
                new Change("Given back", of(totals, Entry.Kind.REFUND)),
                new Change("Spent", of(totals, Entry.Kind.CAPTURE).negated()),
                new Change("Expired", of(totals, Entry.Kind.EXPIRE).negated()),
                new Change("Taken back", of(totals, Entry.Kind.TAKE_BACK).negated()),
                new Change(
                        moreHeld.isPositive() ? "Held at the end and not at the start" : "Held at the start and not at the end",
                        moreHeld.negated()))
                .filter(change -> !change.amount().equals(Credits.ZERO)).toList();
    }

    private static Credits of(Map<Entry.Kind, Credits> totals, Entry.Kind kind) {
        return totals.getOrDefault(kind, Credits.ZERO);
    }

    private List<ModelSpending> models(UUID user, YearMonth month) {
        return sql.all(BY_MODEL, row -> new ModelSpending(shelf.nameOf(row.getString("model")), row.getInt("clips"),
                Credits.ofMillis(row.getLong("spent"))), spendingOf(user, month));
    }

    private static Object[] spendingOf(UUID user, YearMonth month) {
        LocalDate start = month.atDay(1);
        return new Object[] { user, start, user, start, start.plusMonths(1) };
    }
}
