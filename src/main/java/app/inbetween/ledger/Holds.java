package app.inbetween.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;

/** The holds, one per generation. What is read of them is only certain while their account is locked. */
@ApplicationScoped
class Holds {

    @Inject
    Sql sql;

    Optional<Hold> of(UUID generation) {
        return sql.first("SELECT * FROM credit_hold WHERE generation_id = ?", Hold::read, generation);
    }

    Map<UUID, Hold> of(Collection<UUID> generations) {
        Map<UUID, Hold> found = new HashMap<>();
        sql.all("SELECT * FROM credit_hold WHERE generation_id = ANY(?)", Hold::read,
                (Object) generations.toArray(UUID[]::new)).forEach(hold -> found.put(hold.generation(), hold));
        return found;
    }

    List<Hold> openOf(UUID user) {
        return sql.all("SELECT * FROM credit_hold WHERE user_id = ? AND state = 'OPEN' ORDER BY created_at, id", Hold::read,
                user);
    }
}
