package app.inbetween.price;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An exact amount of credits, which may be negative: a change of a balance is one too.
 * <p>
 * The unit is the thousandth of a credit, the range that of a {@code long}: ±9 223 372 036 854 775.807 credits. Arithmetic
 * that would leave it throws {@link ArithmeticException}.
 *
 * @param millis thousandths of a credit
 */
public record Credits(long millis) implements Comparable<Credits> {

    public static final Credits ZERO = new Credits(0);

    private static final int PER_CREDIT = 1000;
    private static final String NARROW_NO_BREAK_SPACE = "\u202f";
    private static final String MINUS = "\u2212";
    private static final Pattern FIGURE = Pattern
            .compile("[+-]?(\\d+|[1-9]\\d{0,2}([\\s\u202f\u00a0,]\\d{3})+)(\\.\\d+)?|[+-]?\\.\\d+");

    public static Credits of(int whole) {
        return new Credits((long) whole * PER_CREDIT);
    }

    public static Credits ofMillis(long millis) {
        return new Credits(millis);
    }

    public boolean isPositive() {
        return millis > 0;
    }

    public boolean isNegative() {
        return millis < 0;
    }

    public boolean isMoreThan(Credits other) {
        return millis > other.millis;
    }

    public Credits plus(Credits other) {
        return new Credits(Math.addExact(millis, other.millis));
    }

    public Credits minus(Credits other) {
        return new Credits(Math.subtractExact(millis, other.millis));
    }

    public Credits negated() {
        return new Credits(Math.negateExact(millis));
    }

    public Credits times(long factor) {
        return new Credits(Math.multiplyExact(millis, factor));
    }

    /** A length of time in seconds, exact to the nanosecond. */
    static BigDecimal seconds(Duration length) {
        return BigDecimal.valueOf(length.getSeconds()).add(BigDecimal.valueOf(length.getNano(), 9));
    }

    @Override
    public int compareTo(Credits other) {
        return Long.compare(millis, other.millis);
    }

    /** For programs and spreadsheets: {@code 5}, {@code 0.5}, {@code -12.25}. */
    public BigDecimal decimal() {
        BigDecimal exact = BigDecimal.valueOf(millis, 3).stripTrailingZeros();
        return exact.setScale(Math.max(0, exact.scale()));
    }

    /**
     * What a person types, such as {@code 12}, {@code 0.5} or {@code 1 200.25}.
     *
     * @return empty if it is no amount with at most three decimals, or out of range; {@code 0,125} is none either, for it is
     *         rather an eighth than a hundred and twenty-five
     */
    public static Optional<Credits> parse(String text) {
        String figure = text.strip().replace(MINUS, "-");
        return FIGURE.matcher(figure).matches() ? exact(figure.replaceAll("[\\s\u202f\u00a0,]", "")) : Optional.empty();
    }

    private static Optional<Credits> exact(String figure) {
        try {
            return Optional.of(new Credits(new BigDecimal(figure).movePointRight(3).longValueExact()));
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** As a person reads a change: {@code +40}, {@code −12.25}, {@code 0}. */
    public String signed() {
        return isPositive() ? "+" + this : toString();
    }

    /** As a person reads it, exact: {@code 5}, {@code 0.5}, {@code −12.25}, {@code 1 146}. */
    @Override
    public String toString() {
        String whole = String.format(Locale.ROOT, "%,d", Math.abs(millis / PER_CREDIT)).replace(",", NARROW_NO_BREAK_SPACE);
        String thousandths = String.format(Locale.ROOT, ".%03d", Math.abs(millis % PER_CREDIT)).replaceAll("\\.?0+$", "");
        return (isNegative() ? MINUS : "") + whole + thousandths;
    }
}
