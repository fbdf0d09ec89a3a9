package app.inbetween.admin.movement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.inbetween.database.Sql;
import app.inbetween.ledger.Entry.Kind;
import app.inbetween.ledger.Hold;
import app.inbetween.price.Credits;
import app.inbetween.price.Money;

/**
 * An entry of the ledger, with whom and what it concerns.
 *
 * @param after what was free to spend then
 * @param actor who did it, empty if Inbetween did
 * @param hold it concerns, empty for what only gives or takes
 * @param cost what the provider billed us, where the movement ends a hold
 */
public record Movement(UUID id, Instant at, Kind kind, Credits amount, Credits after, String reason, UUID user, String person,
        Optional<String> actor, Optional<Hold> hold, Optional<Money> cost) {

    static final String COLUMNS = """
            e.id AS entry_id, e.at, e.kind, e.amount AS moved, e.available_after, e.reason, e.user_id AS moved_of,
            person.name AS person, actor.name AS actor, c.dollar_micros, h.*""";

    static Movement read(ResultSet row) throws SQLException {
        Optional<Hold> hold = row.getObject("generation_id") == null ? Optional.empty() : Optional.of(Hold.read(row));
        long cost = row.getLong("dollar_micros");
        return new Movement(row.getObject("entry_id", UUID.class), Sql.instant(row, "at").orElseThrow(),
                Kind.valueOf(row.getString("kind")), Credits.ofMillis(row.getLong("moved")),
                Credits.ofMillis(row.getLong("available_after")), row.getString("reason"),
                row.getObject("moved_of", UUID.class), row.getString("person"), Optional.ofNullable(row.getString("actor")),
                hold, row.getObject("dollar_micros") == null ? Optional.empty() : Optional.of(Money.dollars(cost)));
    }

    /** What happened; a title may complete it. */
    public String sentence() {
        return KindWords.of(kind) + (hold.isPresent() ? " for" : "");
    }

    public String title() {
        return hold.map(Hold::title).orElse("");
    }

    public String generation() {
        return hold.map(it -> it.generation().toString()).orElse("");
    }

    /** Why, how it was reckoned, and by whom. */
    public String detail() {
        return Stream.of(why(), actor.filter(name -> kind != Kind.HOLD).map(name -> "by " + name).orElse(""))
                .filter(part -> !part.isBlank()).collect(Collectors.joining(", "));
    }

    public String costWords() {
        return cost.map(Money::toString).orElse("");
    }

    private String why() {
        return switch (kind) {
            case GRANT, TAKE_BACK, EXPIRE, RELEASE, REFUND -> reason;
            case HOLD -> reckoning();
            case CAPTURE -> reason.isBlank() ? reckoning() : reason;
        };
    }

    private String reckoning() {
        return hold.map(it -> it.reckoning() + ", price version " + it.priceVersion()).orElse("");
    }
}
