package app.inbetween.admin.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.admin.job.JobPage.Movement;
import app.inbetween.database.Sql;
import app.inbetween.generation.Generation;
import app.inbetween.generation.show.GenerationPage.Fact;
import app.inbetween.ledger.Entry;
import app.inbetween.ledger.Hold;
import app.inbetween.ledger.Ledger;
import app.inbetween.price.Credits;
import app.inbetween.price.Money;

/** Tells what a clip was held, charged and billed. */
@ApplicationScoped
class JobMoney {

    @Inject
    Ledger ledger;
    @Inject
    Sql sql;

    List<Fact> facts(Generation clip) {
        List<Fact> facts = new ArrayList<>();
        Optional<Hold> hold = ledger.holdOf(clip.id);
        facts.add(Fact.of("Held", hold.map(it -> it.amount() + ", " + state(it)).orElse("nothing, which must not be")));
        hold.ifPresent(it -> {
            facts.add(Fact.of("Price", it.reckoning() + ", version " + it.priceVersion()));
            facts.add(Fact.of("Charged",
                    it.captured() + (it.refunded().isPositive() ? ", " + it.refunded() + " given back" : "")));
            facts.add(Fact.of("Provider would bill", it.cost().map(Money::toString).orElse("nothing")));
        });
        facts.add(Fact.of("Provider bills", cost(clip).map(Money::toString).orElse("nothing so far")));
        return facts;
    }

    List<Movement> movements(Generation clip) {
        return sql.all("""
                SELECT e.at, e.kind, e.amount, e.reason FROM credit_entry e JOIN credit_hold h ON h.id = e.hold_id
                WHERE h.generation_id = ? AND e.user_id = h.user_id ORDER BY e.seq
                """, JobMoney::movement, clip.id);
    }

    private Optional<Money> cost(Generation clip) {
        return sql.first("SELECT amount_micros, currency FROM provider_cost WHERE generation_id = ?",
                row -> new Money(row.getLong(1), row.getString(2)), clip.id);
    }

    private static Movement movement(ResultSet row) throws SQLException {
        return new Movement(Sql.instant(row, "at").orElseThrow(), words(Entry.Kind.valueOf(row.getString("kind"))),
                Credits.ofMillis(row.getLong("amount")), row.getString("reason"));
    }

    private static String state(Hold hold) {
        return switch (hold.state()) {
            case OPEN -> "not spent yet";
            case CAPTURED -> "charged";
            case RELEASED -> "returned";
        };
    }

    private static String words(Entry.Kind kind) {
        return switch (kind) {
            case HOLD -> "Held";
            case CAPTURE -> "Charged";
            case RELEASE -> "Returned";
            case REFUND -> "Given back";
            case GRANT, TAKE_BACK, EXPIRE -> throw new IllegalStateException(kind + " concerns no clip");
        };
    }
}
