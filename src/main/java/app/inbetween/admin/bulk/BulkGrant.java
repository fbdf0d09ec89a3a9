package app.inbetween.admin.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.inbetween.database.Sql;
import app.inbetween.price.Credits;

/**
 * Credits for many at once, drafted and perhaps given.
 *
 * @param audience who was meant, in words
 * @param amount each is given
 * @param expiresAt when what is left of it is lost
 * @param unknown what was typed that could not be taken, each with the reason
 * @param people how many there are
 * @param given how many of them were given it
 */
public record BulkGrant(UUID id, String audience, Credits amount, String reason, Optional<Instant> expiresAt,
        List<String> unknown, Optional<Instant> confirmedAt, int people, int given) {

    static BulkGrant read(ResultSet row) throws SQLException {
        return new BulkGrant(row.getObject("id", UUID.class), row.getString("audience"),
                Credits.ofMillis(row.getLong("amount")), row.getString("reason"), Sql.instant(row, "expires_at"),
                List.of((String[]) row.getArray("unknown").getArray()), Sql.instant(row, "confirmed_at"),
                row.getInt("people"), row.getInt("given"));
    }

    public String href() {
        return "/admin/grants/" + id;
    }

    public Credits total() {
        return amount.times(people);
    }

    public Credits totalGiven() {
        return amount.times(given);
    }

    public int waiting() {
        return people - given;
    }

    public boolean isDone() {
        return waiting() == 0;
    }

    public boolean isBegun() {
        return confirmedAt.isPresent();
    }

    public boolean isOver(Instant now) {
        return !isDone() && expiresAt.filter(end -> !end.isAfter(now)).isPresent();
    }

    public String peopleGiven() {
        return words(given);
    }

    public String peopleInAll() {
        return words(people);
    }

    public String peopleWaiting() {
        return words(waiting());
    }

    static String words(int people) {
        return people == 1 ? "1 person" : people + " people";
    }
}
