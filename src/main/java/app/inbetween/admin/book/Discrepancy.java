package app.inbetween.admin.book;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * A finding with the names of those it concerns.
 *
 * @param person empty where it concerns nobody in particular
 * @param title of the clip; empty where it concerns none, or the clip does not exist
 */
public record Discrepancy(String rule, Optional<UUID> user, String person, Optional<UUID> generation, String title,
        String detail) {

    static Discrepancy read(ResultSet row) throws SQLException {
        return new Discrepancy(row.getString("rule"), Optional.ofNullable(row.getObject("user_id", UUID.class)),
                text(row, "person"), Optional.ofNullable(row.getObject("generation_id", UUID.class)), text(row, "title"),
                row.getString("detail"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    /** Whether there is a page to go to. */
    public boolean isOfClip() {
        return !title.isEmpty();
    }
}
