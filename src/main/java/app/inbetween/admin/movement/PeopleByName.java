package app.inbetween.admin.movement;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;

/** Finds people by what an administrator types of them. */
@ApplicationScoped
class PeopleByName {

    private static final String EXACTLY = "SELECT id FROM app_user WHERE lower(name) = lower(?) ORDER BY id LIMIT ?";
    private static final String PARTLY = """
            SELECT id FROM app_user WHERE position(lower(?) IN lower(name)) > 0 ORDER BY lower(name), id LIMIT ?
            """;

    @Inject
    Sql sql;

    /** @param text an id, a name, or a part of names that counts where nobody has that very name */
    List<UUID> find(String text, int limit) {
        List<UUID> byId = sql.all("SELECT id FROM app_user WHERE cast(id AS text) = lower(?)",
                row -> row.getObject(1, UUID.class),
                text);
        if (!byId.isEmpty()) {
            return byId;
        }
        List<UUID> exactly = sql.all(EXACTLY, row -> row.getObject(1, UUID.class), text, limit);
        return exactly.isEmpty() ? sql.all(PARTLY, row -> row.getObject(1, UUID.class), text, limit) : exactly;
    }
}
