package app.inbetween.ledger;

import java.time.Duration;

/**
 * What a video would cost, and why.
 *
 * @param length of the video, above zero
 * @param perSecond credits for each second, above zero
 * @param total length times rate, rounded up to a whole thousandth of a credit, so never zero
 * @param priceVersion of the price it was made from
 */
public record Quote(String model, String resolution, Duration length, Credits perSecond, Credits total, int priceVersion) {

    public Quote {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("A video needs a length, not " + length);
        }
        if (!perSecond.isPositive() || !total.isPositive()) {
            throw new IllegalArgumentException("A price is above zero, not " + perSecond + " a second, " + total + " in all");
        }
    }
}
