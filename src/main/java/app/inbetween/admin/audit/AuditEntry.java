package app.inbetween.admin.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import app.inbetween.database.Sql;

/**
 * What an administrator did.
 *
 * @param subject whom it concerned, as an address of the administration; empty where it concerned nobody
 * @param subjectName empty where it concerned nobody
 */
public record AuditEntry(UUID id, Instant at, String actorName, String action, String object, String subject,
        String subjectName, String before, String after, String reason, String address) {

    static AuditEntry read(ResultSet row) throws SQLException {
        return new AuditEntry(row.getObject("id", UUID.class), Sql.instant(row, "at").orElseThrow(),
                row.getString("actor_name"), row.getString("action"), row.getString("object"),
                Optional.ofNullable(row.getString("subject")).map("/admin/users/"::concat).orElse(""),
                Optional.ofNullable(row.getString("subject_name")).orElse(""), row.getString("before"),
                row.getString("after"), row.getString("reason"), row.getString("address"));
    }
}
