package app.inbetween.account;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;

/** Those who run the studio, as far as they have signed in. */
@ApplicationScoped
public class Administrators {

    @Inject
    Sql sql;
    @Inject
    AccountConfig config;

    public record Administrator(UUID id, String name) {
    }

    /** By name. */
    public List<Administrator> all() {
        return sql.all(
                """
                        SELECT id, name FROM app_user WHERE roles @> ARRAY[CAST(? AS text)] AND deactivated_at IS NULL ORDER BY lower(name), id
                        """,
                row -> new Administrator(row.getObject("id", UUID.class), row.getString("name")), config.adminRole());
    }

    public List<UUID> ids() {
        return all().stream().map(Administrator::id).toList();
    }
}
