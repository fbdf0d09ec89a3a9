package app.inbetween.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * What a model costs at a resolution, from a moment on.
 *
 * @param perSecond credits for each second of video, above zero
 * @param version counts from one, per model and resolution
 */
public record Price(String model, String resolution, int version, Credits perSecond, Instant validFrom) {

    static Price read(ResultSet row) throws SQLException {
        return new Price(row.getString("model"), row.getString("resolution"), row.getInt("version"),
                Credits.ofMillis(row.getLong("per_second")), row.getObject("valid_from", OffsetDateTime.class).toInstant());
    }

    Quote quote(Duration length) {
        return new Quote(model, resolution, length, perSecond, perSecond.perSecondOver(length), version);
    }
}
