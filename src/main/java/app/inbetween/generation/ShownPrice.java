package app.inbetween.generation;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import app.inbetween.price.Credits;
import app.inbetween.price.Quote;

/**
 * The price on a button, as it comes back with the form. Nothing of it is trusted.
 *
 * @param quote it was made from
 * @param total as it was written there
 * @param confirmed the quote the person was asked about a second time, and said yes to
 */
public record ShownPrice(Optional<UUID> quote, Optional<Credits> total, Optional<UUID> confirmed) {

    public static final ShownPrice NONE = new ShownPrice(Optional.empty(), Optional.empty(), Optional.empty());

    /** @param millicredits and the others as the form says, null where it does not */
    public static ShownPrice parse(String quote, String millicredits, String confirmed) {
        return new ShownPrice(parse(quote, UUID::fromString), parse(millicredits, Long::valueOf).map(Credits::ofMillis),
                parse(confirmed, UUID::fromString));
    }

    private static <T> Optional<T> parse(String value, Function<String, T> parser) {
        try {
            return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty()).map(parser);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean isOf(Quote other) {
        return total.filter(other.total()::equals).isPresent();
    }

    boolean isConfirmed(Quote other) {
        return confirmed.filter(other.id()::equals).isPresent();
    }
}
