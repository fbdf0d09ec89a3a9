package app.inbetween.generation.show;

import java.time.Duration;

import app.inbetween.generation.Amounts;
import app.inbetween.price.Credits;

/** Amounts and waits as a person says them. */
final class Words {

    private Words() {
    }

    /** Such as "5 credits were" or "1 credit was". */
    static String creditsWere(Credits amount) {
        return Amounts.credits(amount) + (amount.equals(Credits.of(1)) ? " was" : " were");
    }

    /** Such as "1 to 2 min" or "10 to 20 s"; a round number where the ends are alike. */
    static String range(Duration from, Duration to) {
        boolean minutes = to.toSeconds() >= 90;
        long low = minutes ? Math.round(from.toSeconds() / 60.0) : from.toSeconds() / 5 * 5;
        long high = minutes ? (to.toSeconds() + 59) / 60 : (to.toSeconds() + 4) / 5 * 5;
        String unit = minutes ? " min" : " s";
        return low <= 0 ? "up to " + Math.max(high, minutes ? 1 : 5) + unit
                : low >= high ? high + unit : low + " to " + high + unit;
    }
}
