package app.inbetween.admin.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

import app.inbetween.database.Sql;
import app.inbetween.price.Credits;

/**
 * A clip somebody was charged for.
 *
 * @param refunded what was given back of it so far
 */
public record ChargedClip(UUID hold, UUID generation, String title, String model, Credits charged, Credits refunded,
        Instant at) {

    static ChargedClip read(ResultSet row) throws SQLException {
        return new ChargedClip(row.getObject("id", UUID.class), row.getObject("generation_id", UUID.class),
                row.getString("title"), row.getString("model") + ", " + row.getString("resolution"),
                Credits.ofMillis(row.getLong("captured")), Credits.ofMillis(row.getLong("refunded")),
                Sql.instant(row, "created_at").orElseThrow());
    }

    public Credits left() {
        return charged.minus(refunded);
    }

    public boolean isRefundable() {
        return left().isPositive();
    }
}
