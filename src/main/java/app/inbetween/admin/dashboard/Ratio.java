package app.inbetween.admin.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

import app.inbetween.price.Credits;
import app.inbetween.price.Money;

/** How parts, changes and margins are written. */
final class Ratio {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Ratio() {
    }

    /** To the tenth, and never 100 when one is missing: {@code 96.2 %}, {@code 100 %}. */
    static String percent(long part, long whole) {
        BigDecimal exact = BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 1, RoundingMode.DOWN);
        return exact.stripTrailingZeros().toPlainString() + " %";
    }

    /** Such as {@code 8 % more than the 17 219 of}, to be followed by the time before. */
    static String compared(Credits now, Credits before) {
        if (!before.isPositive()) {
            return "nothing on";
        }
        BigDecimal change = BigDecimal.valueOf(now.minus(before).millis()).multiply(HUNDRED)
                .divide(BigDecimal.valueOf(before.millis()), 0, RoundingMode.HALF_UP);
        String words = change.signum() == 0 ? "as much as"
                : change.abs().toPlainString() + " % " + (change.signum() > 0 ? "more than" : "less than");
        return words + " the " + before + " of";
    }

    /** What is left of what was charged once the provider is paid: {@code 8 %}, {@code −3 %}. */
    static String margin(Money charged, Money cost) {
        return marginOf(charged, cost).toPlainString().replace("-", "−") + " %";
    }

    /** In whole percent, rounded down; what is charged is above zero. */
    static BigDecimal marginOf(Money charged, Money cost) {
        return BigDecimal.valueOf(charged.micros() - cost.micros()).multiply(HUNDRED)
                .divide(BigDecimal.valueOf(charged.micros()), 0, RoundingMode.FLOOR);
    }

    /** To the cent: {@code $1,170.53}. */
    static String cents(Money dollars) {
        return String.format(Locale.ROOT, "$%,.2f", dollars.amount());
    }
}
