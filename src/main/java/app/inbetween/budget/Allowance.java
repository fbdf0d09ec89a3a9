package app.inbetween.budget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import app.inbetween.price.Credits;

/**
 * Credits that everyone it covers is given each month.
 *
 * @param name what people read in their statement
 * @param rollover how much of what is left may be kept into the next month; nothing of it, and it runs out with the month
 * @param startsOn from that day on it is given, the whole of it in a month that has begun
 */
public record Allowance(UUID id, String name, Audience audience, Credits amount, Credits rollover, LocalDate startsOn) {

    static Allowance read(ResultSet row) throws SQLException {
        return new Allowance(row.getObject("id", UUID.class), row.getString("name"), Audience.read(row),
                Credits.ofMillis(row.getLong("amount")), Credits.ofMillis(row.getLong("rollover_cap")),
                row.getObject("starts_on", LocalDate.class));
    }

    public boolean isKept() {
        return rollover.isPositive();
    }

    /** Such as {@code 300 a month, Group editors, up to 100 kept}. */
    @Override
    public String toString() {
        return amount + " credits a month to " + audience + ", " + keeping() + ", from " + startsOn;
    }

    /** What becomes of what is left at the end of a month. */
    public String keeping() {
        return isKept() ? "up to " + rollover + " left over is kept" : "what is left runs out";
    }
}
