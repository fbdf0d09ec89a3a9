package app.inbetween.statement;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;

import jakarta.ws.rs.NotFoundException;

/**
 * What part of a statement is wanted.
 *
 * @param month empty for all of it
 * @param before the number of a movement; only older ones are wanted
 */
public record Window(Optional<YearMonth> month, long before) {

    public static final Window NEWEST = new Window(Optional.empty(), Long.MAX_VALUE);

    /**
     * As an address names it.
     *
     * @param month such as {@code 2026-11}; null or empty for all
     * @param before null for the newest
     * @throws NotFoundException if it names none
     */
    public static Window of(String month, Long before) {
        return new Window(month(month), before == null ? Long.MAX_VALUE : before);
    }

    /** @throws NotFoundException if it is no month */
    public static Optional<YearMonth> month(String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("[12]\\d{3}-\\d{2}")) {
            throw new NotFoundException();
        }
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException e) {
            throw new NotFoundException(e);
        }
    }
}
