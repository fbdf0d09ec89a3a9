package app.inbetween.statement;

import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.core.Response;

import app.inbetween.database.Sql;
import app.inbetween.ledger.Ledger;
import app.inbetween.ledger.Lot;
import app.inbetween.ledger.Periods;
import app.inbetween.price.Credits;
import app.inbetween.web.Slice;

/** What became of people's credits. Whoever asks has made sure that the reader may know it. */
@ApplicationScoped
public class Statements {

    static final int PAGE = 25;

    @Inject
    Sql sql;
    @Inject
    Ledger ledger;
    @Inject
    Movements movements;
    @Inject
    Months months;
    @Inject
    MonthSummaries summaries;
    @Inject
    Wording wording;
    @Inject
    Days days;
    @Inject
    Periods periods;
    @Inject
    StatementFile file;

    /**
     * Everything in it is of one moment, so that it adds up while credits move.
     *
     * @param path of the page that shows it; the file is at the same path with {@code /statement.csv}
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Statement of(UUID user, String path, Window window) {
        sql.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        Range range = months.range(user, window.month());
        List<Line> lines = movements.newest(user, range, window.before(), PAGE + 1).stream().map(wording::line).toList();
        return new Statement(path, periods.zone().getDisplayName(TextStyle.FULL, Locale.UK), window, ledger.balance(user),
                expiring(user), ledger.openHolds(user).stream().map(wording::line).toList(), months.withMovements(user),
                Slice.of(lines, PAGE, line -> line.movement().seq()), range,
                window.month().map(month -> summaries.of(user, month, range)));
    }

    /** The movements of a month, or all of them, as a file that a spreadsheet opens. */
    public Response csv(UUID user, Optional<YearMonth> month) {
        return file.download(user, month);
    }

    private List<Statement.Expiry> expiring(UUID user) {
        Map<String, Credits> byDay = new LinkedHashMap<>();
        for (Lot lot : ledger.lots(user)) {
            lot.expiresAt().ifPresent(end -> byDay.merge(days.lastDay(end), lot.remaining(), Credits::plus));
        }
        return byDay.entrySet().stream().map(day -> new Statement.Expiry(day.getValue(), day.getKey())).toList();
    }
}
