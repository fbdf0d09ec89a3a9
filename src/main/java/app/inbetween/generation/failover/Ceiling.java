package app.inbetween.generation.failover;

import java.math.BigDecimal;
import java.math.RoundingMode;

import app.inbetween.price.Credits;

/** The most another model may cost, as long as nobody says otherwise. */
public final class Ceiling {

    private static final BigDecimal A_FIFTH_MORE = new BigDecimal("1.2");

    private Ceiling() {
    }

    /** A fifth more than the clip itself, in whole credits, rounded up. */
    public static Credits usualFor(Credits price) {
        BigDecimal whole = price.decimal().multiply(A_FIFTH_MORE).setScale(0, RoundingMode.CEILING);
        return Credits.ofMillis(whole.movePointRight(3).longValueExact());
    }
}
