package app.inbetween.price;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A line of the price list that ships with Inbetween, or of another source: what a provider asks. */
public record ListedPrice(PriceKey key, ProviderRate cost) {

    static final String FILE = "prices.csv";
    static final String HEAD = "model,resolution,variant,per second,tiers,currency";

    private static final Set<String> CURRENCIES = Set.of(Money.DOLLARS, "CNY");

    /** @throws IllegalStateException if the line is none, saying which one and which field */
    static ListedPrice parse(int number, String line) {
        List<String> fields = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
        if (fields.size() != 6) {
            throw new IllegalStateException(
                    FILE + ", line " + number + ": there should be 6 fields (" + HEAD + "), but there are " + fields.size());
        }
        PriceKey key = new PriceKey(
                read(number, "model", fields.get(0), ListedPrice::model, "a provider, a slash and a model"),
                read(number, "resolution", fields.get(1), ListedPrice::word, "a resolution such as 720p"),
                read(number, "variant", fields.get(2), ListedPrice::word, "a variant such as standard"));
        String currency = read(number, "currency", fields.get(5), ListedPrice::currency, "USD or CNY");
        Money perSecond = read(number, "per second", fields.get(3), text -> amount(text, currency),
                "an amount above zero with up to six decimals");
        Tiers tiers = read(number, "tiers", fields.get(4), text -> tiers(text, currency),
                "lengths in milliseconds, each with a colon and an amount");
        return new ListedPrice(key, new ProviderRate(perSecond, tiers));
    }

    private static <T> T read(int number, String field, String text, Function<String, T> reader, String wanted) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            throw new IllegalStateException(
                    FILE + ", line " + number + ", field \"" + field + "\": \"" + text + "\" should be " + wanted, e);
        }
    }

    private static String model(String text) {
        return require(text, text.matches("[a-z0-9.-]+/[a-z0-9.-]+"));
    }

    private static String word(String text) {
        return require(text, text.matches("[a-z0-9]+"));
    }

    private static String currency(String text) {
        return require(text, CURRENCIES.contains(text));
    }

    private static Money amount(String text, String currency) {
        Money amount = Money.of(new BigDecimal(text), currency);
        return require(amount, amount.micros() > 0);
    }

    private static Tiers tiers(String text, String currency) {
        return text.isEmpty() ? Tiers.NONE
                : new Tiers(Arrays.stream(text.split(" ")).map(step -> step(step, currency)).toList());
    }

    private static Tiers.Step step(String text, String currency) {
        String[] parts = text.split(":");
        Tiers.Step step = new Tiers.Step(Duration.ofMillis(Integer.parseInt(parts[0])),
                amount(parts[1], currency).micros());
        return require(step, parts.length == 2 && step.upTo().toMillis() > 0);
    }

    private static <T> T require(T value, boolean valid) {
        if (!valid) {
            throw new IllegalArgumentException("Not a value of the price list: " + value);
        }
        return value;
    }
}
