package app.inbetween.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The days and months of the studio, which begin where the configuration says it is. */
@ApplicationScoped
public class Periods {

    @Inject
    LedgerConfig config;
    @Inject
    Clock clock;

    public ZoneId zone() {
        return config.timeZone();
    }

    public LocalDate today() {
        return dayOf(clock.instant());
    }

    public YearMonth thisMonth() {
        return YearMonth.from(today());
    }

    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone()).toLocalDate();
    }

    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

    public Instant startOf(YearMonth month) {
        return startOf(month.atDay(1));
    }

    public Instant endOf(YearMonth month) {
        return startOf(month.plusMonths(1));
    }
}
