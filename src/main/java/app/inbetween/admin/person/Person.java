package app.inbetween.admin.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.inbetween.database.Sql;

/**
 * Somebody who has signed in at least once.
 *
 * @param email may be empty
 * @param roles as the identity provider said last
 * @param groups as the identity provider said last
 */
public record Person(UUID id, String name, String email, List<String> roles, List<String> groups, Instant since,
        Optional<Instant> deactivatedAt) {

    static Person read(ResultSet row) throws SQLException {
        return new Person(row.getObject("id", UUID.class), row.getString("name"),
                Optional.ofNullable(row.getString("email")).orElse(""), texts(row, "roles"), texts(row, "groups"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(), Sql.instant(row, "deactivated_at"));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    public boolean isActive() {
        return deactivatedAt.isEmpty();
    }

    /** Stands for the person where a picture would. */
    public String initial() {
        return name.isEmpty() ? "?" : name.substring(0, name.offsetByCodePoints(0, 1));
    }

    /** The e-mail address, unless the name is the same. */
    public String address() {
        return email.equals(name) ? "" : email;
    }

    /** What the window of a page about the person is called. */
    public String titled(String page) {
        return name + " · " + page + " · Inbetween";
    }

    public String href() {
        return "/admin/users/" + id;
    }
}
