package app.inbetween.statement;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.ledger.Entry;
import app.inbetween.ledger.Hold;
import app.inbetween.web.Formats;

/** Tells movements in words. */
@ApplicationScoped
class Wording {

    @Inject
    Days days;

    Line line(Movement movement) {
        return new Line(movement, days.when(movement.at()), sentence(movement), detail(movement));
    }

    Statement.Held line(Hold hold) {
        return new Statement.Held(hold, days.since(hold.since()));
    }

    private static String sentence(Movement it) {
        String by = it.actor().map(name -> " by " + name).orElse("");
        return switch (it.kind()) {
            case GRANT -> "Granted" + by;
            case TAKE_BACK -> "Taken back" + by + because(it);
            case EXPIRE -> "Expired " + it.amount() + because(it);
            case HOLD -> it.isFree() ? "Asked for" : "Held for";
            case CAPTURE -> it.isFree() ? "Made" : "Spent on";
            case RELEASE -> it.isFree() ? "Not made" + because(it) : "Returned " + it.amount() + because(it);
            case REFUND -> "Given back " + it.amount() + by + because(it);
        };
    }

    private String detail(Movement it) {
        return switch (it.kind()) {
            case GRANT -> grant(it);
            case EXPIRE -> it.origin().map(this::given).orElse("");
            case HOLD -> reckoning(it) + ", price version " + it.hold().orElseThrow().priceVersion();
            case CAPTURE -> it.isFromHeld() ? charged(it) : rest(it);
            case TAKE_BACK, RELEASE, REFUND -> "";
        };
    }

    /** Only what a person wrote stands in quotation marks. */
    private String grant(Movement it) {
        List<String> parts = new ArrayList<>();
        if (!it.reason().isBlank()) {
            parts.add(it.actor().isPresent() ? "“" + it.reason() + "”" : it.reason());
        }
        it.until().map(end -> "use until " + days.lastDay(end)).ifPresent(parts::add);
        return String.join(", ", parts);
    }

    private String given(Movement.Origin origin) {
        return (origin.reason().isBlank() ? "" : "of “" + origin.reason() + "”, ") + "given on " + days.day(origin.at());
    }

    private static String charged(Movement it) {
        return it.isFree() ? reckoning(it) : reckoning(it) + ", charged from what was held";
    }

    private static String rest(Movement it) {
        return it.amount() + " of the " + it.hold().orElseThrow().amount() + " held, the rest returned" + because(it);
    }

    private static String reckoning(Movement it) {
        Hold hold = it.hold().orElseThrow();
        return it.isFree() ? Formats.words(hold.length()) + " at " + hold.key().format() : hold.reckoning();
    }

    private static String because(Movement it) {
        return it.reason().isBlank() ? "" : ": " + it.reason();
    }

    /** One word for each kind, by which a spreadsheet can filter. */
    static String kind(Entry.Kind kind) {
        return switch (kind) {
            case GRANT -> "Granted";
            case TAKE_BACK -> "Taken back";
            case EXPIRE -> "Expired";
            case HOLD -> "Held";
            case CAPTURE -> "Spent";
            case RELEASE -> "Returned";
            case REFUND -> "Given back";
        };
    }
}
