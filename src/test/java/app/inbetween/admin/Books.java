package app.inbetween.admin;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;

/** What was noted about somebody. */
@ApplicationScoped
public class Books {

    @Inject
    Sql sql;

    /** Action, object, before, after and reason of what was done to a person, oldest first. */
    public List<String> auditOf(UUID person) {
        return sql.all(
                "SELECT concat_ws('; ', action, object, before, after, reason) FROM audit_entry WHERE subject = ? ORDER BY at, id",
                row -> row.getString(1), person);
    }

    public List<String> noticesOf(UUID person) {
        return sql.all("SELECT title || ': ' || text FROM notice WHERE user_id = ? ORDER BY created_at, id",
                row -> row.getString(1), person);
    }
}
