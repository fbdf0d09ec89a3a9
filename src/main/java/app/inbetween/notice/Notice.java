package app.inbetween.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Something a person is told.
 *
 * @param text what to do about it; may be empty
 * @param href a page of ours to go to; may be empty
 */
public record Notice(UUID id, Tone tone, String title, String text, String href, Instant at) {

    static Notice read(ResultSet row) throws SQLException {
        return new Notice(row.getObject("id", UUID.class), Tone.valueOf(row.getString("tone")), row.getString("title"),
                row.getString("text"), row.getString("href"), row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
