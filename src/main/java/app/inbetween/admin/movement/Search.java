package app.inbetween.admin.movement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import app.inbetween.ledger.Entry.Kind;
import app.inbetween.ledger.Periods;

/**
 * The statement that finds the newest movements a filter lets through. Each person, or each kind, is looked for by itself along
 * an index of its own, and the newest of all of them are taken: however long the journal, it reads about as much as it shows.
 *
 * @param values in the order of the question marks
 */
record Search(String sql, Object[] values) {

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private static final String NEWEST = """
            SELECT %s FROM (SELECT * FROM (%s) found ORDER BY at DESC, id DESC LIMIT ?) e
            JOIN app_user person ON person.id = e.user_id LEFT JOIN app_user actor ON actor.id = e.actor
            LEFT JOIN credit_hold h ON h.id = e.hold_id
            LEFT JOIN provider_cost c ON c.generation_id = h.generation_id AND e.kind IN ('CAPTURE', 'RELEASE')
            ORDER BY e.at DESC, e.id DESC
            """;

    static Search of(MovementFilter filter, Optional<Movements.Place> below, Periods periods, int limit) {
        Instant since = filter.from().map(periods::startOf).orElse(Instant.EPOCH);
        Instant until = filter.to().map(day -> periods.startOf(day.plusDays(1))).orElse(LAST);
        Movements.Place place = below.filter(it -> it.at().isBefore(until)).orElse(new Movements.Place(until, new UUID(0, 0)));
        List<Object> values = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (String condition : conditions(filter)) {
            parts.add(part(condition, filter.model().isPresent()));
            values.addAll(List.of(since, place.at(), place.id()));
            filter.model().ifPresent(values::add);
            values.add(limit);
        }
        values.add(limit);
        return new Search(NEWEST.formatted(Movement.COLUMNS, String.join(" UNION ALL ", parts)), values.toArray());
    }

    /** Ids and names of constants are written into the text, because the planner must see which partial index will do. */
    private static List<String> conditions(MovementFilter filter) {
        if (filter.users().isEmpty()) {
            return filter.kinds().isEmpty() ? List.of("true")
                    : filter.kinds().stream().map(kind -> "e.kind = '" + kind + "'").toList();
        }
        String kinds = Arrays.stream(Kind.values()).filter(kind -> filter.kinds().isEmpty() || filter.kinds().contains(kind))
                .map(kind -> "'" + kind + "'").collect(Collectors.joining(", "));
        return filter.users().stream().map(user -> "e.user_id = '" + user + "' AND e.kind IN (" + kinds + ")").toList();
    }

    /** The model is asked of each movement on the way, which keeps the way the index's. */
    private static String part(String condition, boolean ofModel) {
        return "(SELECT e.* FROM credit_entry e WHERE " + condition + " AND e.at >= ? AND (e.at, e.id) < (?, ?)"
                + (ofModel ? " AND (SELECT m.model FROM credit_hold m WHERE m.id = e.hold_id) = ?" : "")
                + " ORDER BY e.at DESC, e.id DESC LIMIT ?)";
    }
}
