package app.inbetween.price;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** To what a price is rounded up. */
public enum Rounding {

    /** A thousandth of a credit, the smallest there is. */
    UP(1, "to a thousandth of a credit"),
    TENTH(100, "to a tenth of a credit"),
    WHOLE(1000, "to a whole credit");

    private final long step;
    private final String words;

    Rounding(long step, String words) {
        this.step = step;
        this.words = words;
    }

    /** @param millis thousandths of a credit, exact */
    Credits apply(BigDecimal millis) {
        return Credits.ofMillis(millis.divide(BigDecimal.valueOf(step), 0, RoundingMode.CEILING).longValueExact()).times(step);
    }

    /** The amount it makes multiples of. */
    public Credits step() {
        return Credits.ofMillis(step);
    }

    public String words() {
        return words;
    }
}
