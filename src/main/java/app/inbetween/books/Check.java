package app.inbetween.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import app.inbetween.database.Sql;

/**
 * A check of the books that was made.
 *
 * @param askedBy empty for the nightly one
 */
public record Check(UUID id, Optional<UUID> askedBy, Instant started, Instant finished, int findings) {

    static Check read(ResultSet row) throws SQLException {
        return new Check(row.getObject("id", UUID.class), Optional.ofNullable(row.getObject("asked_by", UUID.class)),
                Sql.instant(row, "started_at").orElseThrow(), Sql.instant(row, "finished_at").orElseThrow(),
                row.getInt("findings"));
    }

    public Duration took() {
        return Duration.between(started, finished);
    }

    public boolean isClean() {
        return findings == 0;
    }
}
