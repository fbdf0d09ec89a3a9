package app.inbetween.generation.create;

import java.util.Map;
import java.util.Optional;

import app.inbetween.generation.failover.Ceiling;
import app.inbetween.price.Credits;

/**
 * Whether another model shall try if the clip fails, and for how much at most.
 *
 * @param typed the ceiling as it was typed; empty while it follows the price
 * @param usual what it is while it follows the price
 */
public record FailoverBox(boolean wanted, String typed, Credits usual) {

    /** @param price on the button */
    static FailoverBox of(Draft draft, Credits price) {
        return new FailoverBox(draft.failover, draft.failoverCeiling, Ceiling.usualFor(price));
    }

    /** What stands in the field. */
    public String shown() {
        return typed.isEmpty() ? standard() : typed;
    }

    /** What would stand there if nobody had typed. */
    public String standard() {
        return usual.decimal().toPlainString();
    }

    /** Why it cannot be asked for like that; empty when it can, or is not wanted. */
    public String error() {
        return !wanted || amount().isPresent() ? ""
                : "Write how many credits it may cost at most, such as 12.";
    }

    /** As {@link #error}, by the name of the field. */
    Map<String, String> wrong() {
        return error().isEmpty() ? Map.of() : Map.of("failover-ceiling", error());
    }

    /** What was agreed to: empty where no other model shall try. */
    Optional<Credits> ceiling() {
        return wanted ? amount() : Optional.empty();
    }

    private Optional<Credits> amount() {
        return typed.isEmpty() ? Optional.of(usual) : Credits.parse(typed).filter(it -> !it.isNegative());
    }
}
