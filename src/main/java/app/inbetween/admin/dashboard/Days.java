package app.inbetween.admin.dashboard;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How days and stretches of them are written, and where their movements are listed. */
final class Days {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.UK);

    private Days() {
    }

    /** Such as {@code 21 Nov}. */
    static String brief(LocalDate day) {
        return SHORT.format(day);
    }

    /** Such as {@code 21 November}. */
    static String full(LocalDate day) {
        return LONG.format(day);
    }

    static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** Such as {@code 1 to 21 October}, {@code 23 October to 21 November} or {@code 1 October}. */
    static String span(LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            return full(to);
        }
        boolean oneMonth = YearMonth.from(from).equals(YearMonth.from(to));
        return (oneMonth ? String.valueOf(from.getDayOfMonth()) : full(from)) + " to " + full(to);
    }

    /** What was charged and given back on these days: the figures of this page, movement by movement. */
    static String movements(LocalDate from, LocalDate to) {
        return "/admin/movements?kind=CAPTURE&kind=REFUND&from=" + from + "&to=" + to;
    }
}
