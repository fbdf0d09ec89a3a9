package app.inbetween.statement;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

import app.inbetween.ledger.Entry;
import app.inbetween.ledger.Hold;
import app.inbetween.ledger.Periods;
import app.inbetween.web.Csv;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** A statement for spreadsheets, oldest movement first: the last line says what is free to spend. */
@ApplicationScoped
class StatementFile {

    private static final String[] HEAD = { "Time", "Date", "What", "Title", "Model", "Resolution", "Seconds", "Amount",
            "Change of free", "Free after", "Held after", "Spent after", "Reason", "By", "Generation", "Quote",
            "Price version", "Entry" };

    /** Long enough for a slow line to take a long statement. */
    private static final int SECONDS = 600;

    @Inject
    Movements movements;
    @Inject
    Months months;
    @Inject
    Periods periods;

    Response download(UUID user, Optional<YearMonth> month) {
        String name = "inbetween-credits" + month.map(it -> "-" + it).orElse("") + ".csv";
        return Csv.download(name, HEAD, csv -> QuarkusTransaction.requiringNew().timeout(SECONDS)
                .run(() -> movements.each(user, months.range(user, month), movement -> write(csv, movement))));
    }

    private void write(Csv csv, Movement it) {
        OffsetDateTime at = it.at().atZone(periods.zone()).toOffsetDateTime().truncatedTo(ChronoUnit.MILLIS);
        Optional<Hold> hold = it.hold();
        csv.line(at.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME), at.toLocalDate(), Wording.kind(it.kind()),
                hold.map(Hold::title).orElse(null), hold.map(clip -> clip.key().model()).orElse(null),
                hold.map(clip -> clip.key().format()).orElse(null), hold.map(StatementFile::seconds).orElse(null),
                it.amount().decimal(), it.change().decimal(), it.after().available().decimal(), it.after().held().decimal(),
                it.after().spent().decimal(), it.kind() == Entry.Kind.HOLD ? null : it.reason(), it.actor().orElse(null),
                hold.map(Hold::generation).orElse(null),
                hold.flatMap(Hold::quote).orElse(null), hold.map(Hold::priceVersion).orElse(null), it.seq());
    }

    private static BigDecimal seconds(Hold hold) {
        BigDecimal exact = BigDecimal.valueOf(hold.length().toNanos(), 9).stripTrailingZeros();
        return exact.setScale(Math.max(0, exact.scale()));
    }
}
