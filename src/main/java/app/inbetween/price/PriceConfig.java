package app.inbetween.price;

import java.math.BigDecimal;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "inbetween.price")
interface PriceConfig {

    /** A schedule; "off" for a node that only serves pages. */
    String sweepEvery();

    /** A schedule: how often providers that tell their prices are listened to. */
    String learnEvery();

    /** How long a price that was shown is honoured. */
    @WithDefault("15m")
    Duration quoteFor();

    /** Credits for each dollar a provider charges, in the prices that ship with Inbetween. */
    @WithDefault("125")
    BigDecimal creditsPerDollar();

    /** What a credit is worth in dollars, where credits and money are compared. */
    @WithDefault("0.01")
    BigDecimal dollarsPerCredit();

    /** What a yuan is worth in dollars. */
    @WithDefault("0.14")
    BigDecimal dollarsPerYuan();
}
