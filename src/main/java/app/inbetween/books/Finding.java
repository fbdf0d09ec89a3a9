package app.inbetween.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * Something in the books that must not be.
 *
 * @param rule what is so and must not be, in words
 * @param user whom it concerns, where it concerns one person
 * @param generation which clip it concerns, where it concerns one
 * @param detail the figures; may be empty
 */
public record Finding(String rule, Optional<UUID> user, Optional<UUID> generation, String detail) {

    static Finding read(ResultSet row) throws SQLException {
        return new Finding(row.getString("rule"), Optional.ofNullable(row.getObject("user_id", UUID.class)),
                Optional.ofNullable(row.getObject("generation_id", UUID.class)), row.getString("detail"));
    }
}
