package app.inbetween.admin.movement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;
import app.inbetween.ledger.Periods;
import app.inbetween.web.Slice;

/** The whole journal, newest first, a page at a time. */
@ApplicationScoped
class Movements {

    static final int PAGE = 50;

    private static final int AT_ONCE = 500;

    @Inject
    Sql sql;
    @Inject
    Periods periods;

    /** Where a page begins: below the movement of that time and id. */
    record Place(Instant at, UUID id) {
    }

    /** Where to go on below a movement, if there is one of that id. */
    Optional<Place> below(UUID movement) {
        return sql.first("SELECT at FROM credit_entry WHERE id = ?",
                row -> new Place(Sql.instant(row, "at").orElseThrow(), movement), movement);
    }

    Slice<Movement> page(MovementFilter filter, Optional<Place> below) {
        return Slice.of(find(filter, below, PAGE + 1), PAGE, Movement::id);
    }

    /** One after the other, so that any number of them goes by without a long transaction. */
    void each(MovementFilter filter, Consumer<Movement> sink) {
        Optional<Place> below = Optional.empty();
        List<Movement> found;
        do {
            found = find(filter, below, AT_ONCE);
            found.forEach(sink);
            below = found.stream().reduce((first, last) -> last).map(last -> new Place(last.at(), last.id()));
        } while (found.size() == AT_ONCE);
    }

    private List<Movement> find(MovementFilter filter, Optional<Place> below, int limit) {
        Search search = Search.of(filter, below, periods, limit);
        return sql.all(search.sql(), Movement::read, search.values());
    }
}
