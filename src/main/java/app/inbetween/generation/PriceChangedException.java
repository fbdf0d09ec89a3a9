package app.inbetween.generation;

import app.inbetween.price.Credits;
import app.inbetween.price.Quote;

/** The price is another one than the person was shown; the message can be shown. Nothing was asked for. */
public class PriceChangedException extends RuntimeException {

    PriceChangedException(Quote now, ShownPrice shown) {
        super("The price is now " + Amounts.price(now.total())
                + shown.total().map(PriceChangedException::notAsBefore).orElse("") + ".");
    }

    private static String notAsBefore(Credits before) {
        return ", not " + (before.equals(Credits.ZERO) ? "free" : before);
    }
}
