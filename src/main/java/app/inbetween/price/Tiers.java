package app.inbetween.price;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fixed totals by length, for prices that are not a rate times seconds. A video falls into the shortest tier it fits in.
 *
 * @param steps ascending, no two of the same length; may be empty
 */
public record Tiers(List<Step> steps) {

    public static final Tiers NONE = new Tiers(List.of());

    /**
     * @param upTo the longest video that costs this much, whole milliseconds
     * @param amount in the unit of whoever has the tiers: thousandths of a credit, or millionths of a currency
     */
    public record Step(Duration upTo, long amount) {

        private static Step parse(String text) {
            String[] parts = text.split(":");
            return new Step(Duration.ofMillis(Long.parseLong(parts[0])), Long.parseLong(parts[1]));
        }

        @Override
        public String toString() {
            return upTo.toMillis() + ":" + amount;
        }
    }

    public Tiers {
        steps = steps.stream().sorted(Comparator.comparing(Step::upTo)).toList();
        if (steps.stream().map(Step::upTo).distinct().count() < steps.size()) {
            throw new IllegalArgumentException("Two tiers have the same length");
        }
    }

    /** Reads what {@link #toString} writes. */
    public static Tiers parse(String text) {
        return text.isBlank() ? NONE : new Tiers(Arrays.stream(text.split(" ")).map(Step::parse).toList());
    }

    /** The same lengths with other amounts. */
    public Tiers map(LongUnaryOperator amount) {
        return new Tiers(steps.stream().map(step -> new Step(step.upTo, amount.applyAsLong(step.amount))).toList());
    }

    /** Up to which there is a total, ascending. */
    public List<Duration> lengths() {
        return steps.stream().map(Step::upTo).toList();
    }

    /** Whether no longer video costs less than a shorter one. */
    public boolean isAscending() {
        return IntStream.range(1, steps.size()).allMatch(i -> steps.get(i).amount >= steps.get(i - 1).amount);
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** Empty where the video is longer than all of them. */
    public OptionalLong of(Duration length) {
        return steps.stream().filter(step -> length.compareTo(step.upTo) <= 0).mapToLong(Step::amount).findFirst();
    }

    /** Such as {@code 5000:300000 10000:450000}, milliseconds and amounts; empty where there are none. */
    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(Collectors.joining(" "));
    }
}
