package app.inbetween.budget;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import io.quarkus.qute.TemplateExtension;

/** How days are written. */
@TemplateExtension
public final class Days {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private Days() {
    }

    /** Such as {@code 5 December 2026}. */
    public static String written(LocalDate day) {
        return day.format(DAY);
    }

    /** A sentence, or nothing where there is no such day. */
    static String useUntil(Optional<LocalDate> day) {
        return day.map(last -> "Use them until " + written(last) + ".").orElse("");
    }
}
