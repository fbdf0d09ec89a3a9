package app.inbetween.budget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/**
 * Whom a rule covers, by what the identity provider said about people when they last signed in.
 *
 * @param claim the role or the group; empty where it is everyone
 */
public record Audience(Kind kind, String claim) {

    /** Whether user {@code u} is covered by rule {@code a}; whoever was deactivated is covered by none. */
    static final String COVERS = """
            u.deactivated_at IS NULL AND (a.applies_to = 'EVERYONE' OR a.applies_to = 'ROLE' AND u.roles @> ARRAY[a.claim]
              OR a.applies_to = 'GROUP' AND u.groups @> ARRAY[a.claim])
            """;

    public enum Kind {
        EVERYONE,
        ROLE,
        GROUP
    }

    public static final Audience EVERYONE = new Audience(Kind.EVERYONE, "");

    public static Audience role(String name) {
        return new Audience(Kind.ROLE, name);
    }

    public static Audience group(String name) {
        return new Audience(Kind.GROUP, name);
    }

    static Audience read(ResultSet row) throws SQLException {
        return new Audience(Kind.valueOf(row.getString("applies_to")), row.getString("claim"));
    }

    /** Such as {@code Everyone} or {@code Group editors}. */
    @Override
    public String toString() {
        String kindly = kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
        return kind == Kind.EVERYONE ? kindly : kindly + " " + claim;
    }
}
