package app.inbetween.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.ledger.Periods;

/** How the statement writes moments and days: as the studio counts them, because it is by its months that they are summed. */
@ApplicationScoped
class Days {

    private static final DateTimeFormatter TIME = format("HH:mm");
    private static final DateTimeFormatter SHORT = format("d MMM");
    private static final DateTimeFormatter SHORT_WITH_YEAR = format("d MMM yyyy");
    private static final DateTimeFormatter DAY = format("d MMMM");
    private static final DateTimeFormatter DAY_WITH_YEAR = format("d MMMM yyyy");
    private static final DateTimeFormatter MONTH = format("MMMM yyyy");

    @Inject
    Periods periods;

    /** Such as {@code Today, 14:20} or {@code 18 Nov, 10:12}. */
    String when(Instant instant) {
        ZonedDateTime there = instant.atZone(periods.zone());
        return nameOf(there.toLocalDate()) + ", " + there.format(TIME);
    }

    /** As {@link #when}, to follow a word such as since: {@code 14:20} or {@code yesterday, 10:12}. */
    String since(Instant instant) {
        return when(instant).replace("Today, ", "").replace("Yesterday", "yesterday");
    }

    /** Such as {@code 3 October}, with the year unless it is this one. */
    String day(Instant instant) {
        LocalDate day = periods.dayOf(instant);
        return day.format(day.getYear() == periods.today().getYear() ? DAY : DAY_WITH_YEAR);
    }

    /** The last day on which something can be used that is lost at this moment. */
    String lastDay(Instant end) {
        return day(end.minusNanos(1));
    }

    /** Such as {@code November 2026}. */
    static String name(YearMonth month) {
        return month.format(MONTH);
    }

    private String nameOf(LocalDate day) {
        LocalDate today = periods.today();
        if (day.equals(today)) {
            return "Today";
        }
        if (day.equals(today.minusDays(1))) {
            return "Yesterday";
        }
        return day.format(day.getYear() == today.getYear() ? SHORT : SHORT_WITH_YEAR);
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK);
    }
}
