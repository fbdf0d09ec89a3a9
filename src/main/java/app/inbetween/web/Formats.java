package app.inbetween.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;

/** How times, lengths, sizes and counts are written. */
@TemplateExtension
public class Formats {

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
    private static final int KILO = 1000;

    private Formats() {
    }

    /** Such as {@code 12 min ago}; a date when it is longer ago than a week. */
    public static String ago(Instant instant) {
        return ago(instant, Arc.container().instance(Clock.class).get().instant());
    }

    static String ago(Instant instant, Instant now) {
        Duration past = Duration.between(instant, now);
        if (past.compareTo(Duration.ofMinutes(1)) < 0) {
            return "just now";
        }
        if (past.compareTo(Duration.ofHours(1)) < 0) {
            return past.toMinutes() + " min ago";
        }
        return past.compareTo(Duration.ofDays(1)) < 0 ? past.toHours() + " h ago" : daysAgo(instant, now);
    }

    private static String daysAgo(Instant instant, Instant now) {
        long days = ChronoUnit.DAYS.between(here(instant).toLocalDate(), here(now).toLocalDate());
        if (days == 1) {
            return "yesterday";
        }
        return days < 7 ? days + " days ago" : here(instant).format(DATE);
    }

    public static String exact(Instant instant) {
        return here(instant).format(EXACT);
    }

    public static String clock(Instant instant) {
        return here(instant).format(CLOCK);
    }

    /** Such as {@code 5 s}, {@code 1 min 20 s}, {@code 2 h 5 min}; tenths of a second where it has them and is short. */
    public static String words(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return duration.toMillisPart() < 100 ? duration.toSeconds() + " s"
                    : String.format(Locale.UK, "%.1f s", duration.toMillis() / 1000d);
        }
        return duration.compareTo(Duration.ofHours(1)) < 0 ? two(duration.toMinutes(), "min", duration.toSecondsPart(), "s")
                : two(duration.toHours(), "h", duration.toMinutesPart(), "min");
    }

    private static String two(long large, String unit, long small, String smallUnit) {
        return large + " " + unit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }

    /** Such as {@code 184 kB} or {@code 4.2 MB}. */
    public static String bytes(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        long kilo = Math.round((double) bytes / KILO);
        return kilo < KILO ? kilo + " kB" : String.format(Locale.UK, "%.1f MB", (double) bytes / KILO / KILO);
    }

    /** Such as {@code 1 video} or {@code 3 videos}. */
    public static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static ZonedDateTime here(Instant instant) {
        return instant.atZone(ZoneId.systemDefault());
    }
}
