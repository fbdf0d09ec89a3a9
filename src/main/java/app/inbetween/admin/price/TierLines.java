package app.inbetween.admin.price;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import app.inbetween.price.PriceRefusedException;
import app.inbetween.price.PriceRefusedException.About;
import app.inbetween.price.Tiers;

/** Tiers as a person types them: a line for each, such as {@code 5 s = 30}. */
final class TierLines {

    private static final Pattern LINE = Pattern.compile("(\\d{1,5}(?:\\.\\d{1,3})?)\\s*s?\\s*[=:]\\s*(.+)");

    private TierLines() {
    }

    /**
     * @param amount what stands behind the equals sign, empty where it is no amount
     * @throws PriceRefusedException if a line cannot be read, or two are for the same length
     */
    static Tiers read(String text, Function<String, Optional<Long>> amount, About about) {
        List<Tiers.Step> steps = text.lines().map(String::strip).filter(line -> !line.isEmpty())
                .map(line -> step(line, amount, about)).toList();
        try {
            return new Tiers(steps);
        } catch (IllegalArgumentException e) {
            throw new PriceRefusedException(about, "Two tiers are for the same length. Remove one of them.");
        }
    }

    static String write(Tiers tiers, LongFunction<BigDecimal> amount) {
        return tiers.steps().stream().map(step -> Figures.seconds(step.upTo()) + " = " + amount.apply(step.amount())
                .toPlainString()).collect(Collectors.joining("\n"));
    }

    private static Tiers.Step step(String line, Function<String, Optional<Long>> amount, About about) {
        Matcher parts = LINE.matcher(line);
        Optional<Long> total = parts.matches() ? amount.apply(parts.group(2)) : Optional.empty();
        Duration length = total.isEmpty() ? Duration.ZERO
                : Duration.ofMillis(new BigDecimal(parts.group(1)).movePointRight(3).longValueExact());
        if (length.isZero()) {
            throw new PriceRefusedException(about,
                    "“" + line + "” is no tier. Write a length, an equals sign and a total, such as 5 s = 30.");
        }
        return new Tiers.Step(length, total.get());
    }
}
