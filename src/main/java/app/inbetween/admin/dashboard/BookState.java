package app.inbetween.admin.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;
import app.inbetween.ledger.Periods;
import app.inbetween.web.Formats;

/** What the newest check of the books found. */
@ApplicationScoped
class BookState {

    static final String NEWEST = """
            SELECT c.finished_at, (SELECT count(*) FROM book_finding f WHERE f.book_check = c.id) AS findings
            FROM book_check c ORDER BY c.started_at DESC LIMIT 1
            """;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    @Inject
    Sql sql;
    @Inject
    Periods periods;

    record Check(Instant at, int findings) {
    }

    Optional<Check> newest() {
        return sql.first(NEWEST, row -> new Check(Sql.instant(row, "finished_at").orElseThrow(), row.getInt("findings")));
    }

    /** Such as {@code Books checked today at 03:00, every movement balanced.} */
    String words(Optional<Check> newest) {
        return newest.map(check -> "Books checked " + when(check) + ", " + (check.findings == 0 ? "every movement balanced."
                : Formats.count(check.findings, "finding") + ".")).orElse("The books are not checked yet.");
    }

    /** Such as {@code today at 03:00}. */
    String when(Check check) {
        ZonedDateTime at = check.at.atZone(periods.zone());
        LocalDate day = at.toLocalDate();
        LocalDate today = periods.today();
        String words = day.equals(today) ? "today" : day.equals(today.minusDays(1)) ? "yesterday" : "on " + Days.full(day);
        return words + " at " + TIME.format(at);
    }
}
