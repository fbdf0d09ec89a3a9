package app.inbetween.statement;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;
import app.inbetween.web.Slice;

/** What became of a person's credits, newest first. */
@ApplicationScoped
class Statement {

    static final int PAGE = 25;

    @Inject
    Sql sql;

    /** @param before the number of a movement; only older ones are wanted */
    Slice<Movement> movements(UUID user, long before) {
        List<Movement> found = sql.all("SELECT " + Movement.COLUMNS + """
                 FROM credit_entry e LEFT JOIN credit_hold h ON h.id = e.hold_id
                WHERE e.user_id = ? AND e.seq < ? ORDER BY e.seq DESC LIMIT ?
                """, Movement::read, user, before, PAGE + 1);
        return Slice.of(found, PAGE, Movement::seq);
    }
}
