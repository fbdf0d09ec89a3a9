package app.inbetween.statement;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;

/** Reads a person's movements. */
@ApplicationScoped
class Movements {

    static final String NEWEST = Movement.SELECT
            + "WHERE e.user_id = ? AND e.seq >= ? AND e.seq < ? ORDER BY e.seq DESC LIMIT ?";

    static final String ALL = Movement.SELECT + "WHERE e.user_id = ? AND e.seq >= ? AND e.seq < ? ORDER BY e.seq";

    @Inject
    Sql sql;

    /** @param before the number of a movement; only older ones are wanted */
    List<Movement> newest(UUID user, Range range, long before, int most) {
        return sql.all(NEWEST, Movement::read, user, range.first(), Math.min(before, range.beyond()), most);
    }

    /** Hands over one after the other, oldest first. Needs a transaction. */
    void each(UUID user, Range range, Consumer<Movement> reader) {
        sql.each(ALL, row -> reader.accept(Movement.read(row)), user, range.first(), range.beyond());
    }
}
