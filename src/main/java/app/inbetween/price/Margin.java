package app.inbetween.price;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/**
 * What a video earns against what it costs us, both in dollars.
 *
 * @param earned what the credits are worth; nothing where videos are free
 */
public record Margin(Duration length, Money earned, Money cost) {

    /** At which prices are compared that have no lengths of their own. */
    static final Duration USUAL = Duration.ofSeconds(5);

    static final Comparator<Margin> LEAST_FIRST = Comparator.comparing(Margin::share);

    /** Of what is earned, in whole per cent; empty where nothing is. */
    public Optional<Long> percent() {
        return earned.micros() == 0 ? Optional.empty()
                : Optional.of(share().movePointRight(2).setScale(0, RoundingMode.HALF_EVEN).longValueExact());
    }

    /** Such as {@code 20 %} or {@code −5 %}. */
    @Override
    public String toString() {
        return percent().map(share -> (share < 0 ? "\u2212" + -share : share) + " %").orElse("none");
    }

    /** Of the badge to put it in; empty where there is something to earn. */
    public String tone() {
        if (isLoss()) {
            return "bad";
        }
        return isNothing() ? "warn" : "";
    }

    public boolean isLoss() {
        return earned.micros() < cost.micros();
    }

    /** Neither a gain nor a loss. */
    public boolean isNothing() {
        return earned.micros() == cost.micros();
    }

    public Money loss() {
        return Money.dollars(cost.micros() - earned.micros());
    }

    private BigDecimal share() {
        return earned.micros() == 0 ? BigDecimal.valueOf(-cost.micros())
                : BigDecimal.valueOf(earned.micros() - cost.micros()).divide(BigDecimal.valueOf(earned.micros()),
                        MathContext.DECIMAL64);
    }
}
