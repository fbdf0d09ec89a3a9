package app.inbetween.price;

import java.math.BigDecimal;
import java.math.RoundingMode;

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

    /** What credits are worth. */
    public Money worth(Credits credits) {
        return dollars(BigDecimal.valueOf(credits.millis(), 3).multiply(config.dollarsPerCredit()));
    }

    private static Money dollars(BigDecimal amount) {
        return Money.of(amount.setScale(6, RoundingMode.HALF_EVEN), Money.DOLLARS);
    }
}
