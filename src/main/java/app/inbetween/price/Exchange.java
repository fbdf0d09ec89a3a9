package app.inbetween.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Compares money with money, and money with credits, at the rates of the configuration. */
@ApplicationScoped
public class Exchange {

    @Inject
    PriceConfig config;

    /** Rounded to the nearest millionth. */
    public Money toDollars(Money money) {
        return switch (money.currency()) {
            case Money.DOLLARS -> money;
            case "CNY" -> dollars(money.amount().multiply(config.dollarsPerYuan()));
            default -> throw new IllegalArgumentException("Nobody has said what a " + money.currency() + " is worth");
        };
    }

    /** What a provider's price is in credits, at the rate of the prices that ship with Inbetween, rounded up. */
    Credits toCredits(Money money) {
        return Credits.ofMillis(toDollars(money).amount().multiply(config.creditsPerDollar()).movePointRight(3)
                .setScale(0, RoundingMode.CEILING).longValueExact());
    }

    /** What credits are worth. */
    public Money worth(Credits credits) {
        return dollars(BigDecimal.valueOf(credits.millis(), 3).multiply(config.dollarsPerCredit()));
    }

    /** At the length where it is least: at each tier of either side, or at five seconds where there are none. */
    public Margin margin(Rate rate, ProviderRate cost) {
        return Stream.of(rate.tiers(), cost.tiers()).map(Tiers::lengths).flatMap(List::stream).distinct()
                .map(length -> margin(rate, cost, length)).min(Margin.LEAST_FIRST)
                .orElseGet(() -> margin(rate, cost, Margin.USUAL));
    }

    private Margin margin(Rate rate, ProviderRate cost, Duration length) {
        return new Margin(length, worth(rate.costOf(length)), toDollars(cost.costOf(length)));
    }

    private static Money dollars(BigDecimal amount) {
        return Money.of(amount.setScale(6, RoundingMode.HALF_EVEN), Money.DOLLARS);
    }
}
