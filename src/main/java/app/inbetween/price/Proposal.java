package app.inbetween.price;

import static app.inbetween.price.PriceRefusedException.About.RATE;
import static app.inbetween.price.PriceRefusedException.About.REASON;
import static app.inbetween.price.PriceRefusedException.About.TIERS;

import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The next version of a price, as somebody would like it.
 *
 * @param free whether videos are to cost nothing; without it, nothing may be zero
 * @param cost what the provider bills us, empty where nobody does
 * @param from in the zone of the studio, in whose words refusals speak of it
 * @param meant whether what looks like a slip is none
 */
public record Proposal(PriceKey key, Rate rate, boolean free, Optional<ProviderRate> cost, ZonedDateTime from, String reason,
        boolean meant) {

    /** More than any video costs, and little enough to reckon with. */
    private static final Credits MOST = Credits.of(1_000_000);

    /** @throws PriceRefusedException if it is no price, whatever there was before */
    void requireSound() {
        if (free) {
            requireNothing();
        } else {
            requireAmounts();
        }
        if (reason.isBlank()) {
            throw new PriceRefusedException(REASON, "Say in a few words why the price changes. It stays in the history.");
        }
    }

    private void requireNothing() {
        if (!rate.isFree()) {
            throw new PriceRefusedException(RATE,
                    "A free video costs nothing: set the rate to 0 and remove the tiers, or untick Free.");
        }
    }

    private void requireAmounts() {
        if (rate.perSecond().isNegative()) {
            throw new PriceRefusedException(RATE,
                    "A price cannot be negative: " + rate.perSecond() + " credits would pay people.");
        }
        if (!rate.perSecond().isPositive()) {
            throw new PriceRefusedException(RATE,
                    "0 credits per second would give videos away. If that is meant, tick Free.");
        }
        if (rate.tiers().steps().stream().anyMatch(step -> step.amount() <= 0)) {
            throw new PriceRefusedException(TIERS, "Every tier needs a total above zero.");
        }
        if (rate.perSecond().isMoreThan(MOST)
                || rate.tiers().steps().stream().anyMatch(step -> step.amount() > MOST.millis())) {
            throw new PriceRefusedException(RATE, "No video costs more than " + MOST + " credits.");
        }
    }
}
