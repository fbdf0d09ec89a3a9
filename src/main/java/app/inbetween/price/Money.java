package app.inbetween.price;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount of real money, as providers bill it; never mixed with credits.
 *
 * @param micros millionths of the currency's main unit, the range that of a {@code long}
 * @param currency ISO 4217 code such as {@code USD}
 */
public record Money(long micros, String currency) {

    public static final String DOLLARS = "USD";

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    public static Money dollars(long micros) {
        return new Money(micros, DOLLARS);
    }

    /** @param amount in the currency's main unit, such as {@code 0.0395}; more than six decimals are refused */
    public static Money of(BigDecimal amount, String currency) {
        return new Money(amount.multiply(MILLION).setScale(0, RoundingMode.UNNECESSARY).longValueExact(), currency);
    }

    public BigDecimal amount() {
        return BigDecimal.valueOf(micros, 6);
    }

    /** The part of it that {@code part} is of {@code whole}, rounded up; all of it where the whole is nothing. */
    public Money share(long part, long whole) {
        return whole == 0 ? this
                : new Money(BigDecimal.valueOf(micros).multiply(BigDecimal.valueOf(part))
                        .divide(BigDecimal.valueOf(whole), 0, RoundingMode.CEILING).longValueExact(), currency);
    }

    /** As a sum of many, to the cent: {@code $170.53}. */
    public String cents() {
        return Money.of(amount().setScale(2, RoundingMode.HALF_EVEN), currency).toString();
    }

    /** As a person reads it: {@code $0.40}, {@code ¥1.50}, {@code $0.0395}, {@code EUR 2.00}; at least two decimals. */
    @Override
    public String toString() {
        BigDecimal shown = amount().stripTrailingZeros();
        String figure = shown.setScale(Math.max(2, shown.scale()), RoundingMode.UNNECESSARY).toPlainString();
        return switch (currency) {
            case DOLLARS -> "$" + figure;
            case "CNY" -> "¥" + figure;
            default -> currency + " " + figure;
        };
    }
}
