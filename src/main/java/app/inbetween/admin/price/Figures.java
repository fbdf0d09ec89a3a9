package app.inbetween.admin.price;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import app.inbetween.ledger.Periods;
import app.inbetween.price.Credits;
import app.inbetween.price.Money;
import app.inbetween.price.ProviderRate;
import app.inbetween.price.Rate;
import app.inbetween.price.Tiers;

/** How rates, lengths and the moments at which prices begin are written; moments are those of the studio's own clock. */
@ApplicationScoped
@Named("priceFigures")
public class Figures {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

    private static final String NOTHING = "nothing";

    @Inject
    Periods periods;

    /** Such as {@code Mon 23 Nov 2026, 00:00}. */
    public String moment(Instant instant) {
        return MOMENT.format(instant.atZone(zone()));
    }

    public String day(Instant instant) {
        return DAY.format(instant.atZone(zone()));
    }

    public ZoneId zone() {
        return periods.zone();
    }

    /** Such as {@code 7 per second} or {@code 37.5 up to 5 s, 56.25 up to 10 s, then 7.5 per second}. */
    public String rate(Rate rate) {
        if (rate.isFree()) {
            return "free";
        }
        String perSecond = rate.perSecond() + " per second";
        return rate.tiers().isEmpty() ? perSecond : tiers(rate) + ", then " + perSecond;
    }

    /** Empty where there are none. */
    public String tiers(Rate rate) {
        return tiers(rate.tiers(), amount -> Credits.ofMillis(amount).toString());
    }

    /** Such as {@code $0.07 per second} or {@code $0.30 up to 5 s, $0.45 up to 10 s, then $0.06 per second}. */
    public String cost(Optional<ProviderRate> cost) {
        return cost.map(rate -> rate.tiers().isEmpty() ? perSecond(rate) : tiers(rate) + ", then " + perSecond(rate))
                .orElse(NOTHING);
    }

    /** As {@link #cost}, without what comes after the last tier. */
    public String costInShort(Optional<ProviderRate> cost) {
        return cost.map(rate -> rate.tiers().isEmpty() ? perSecond(rate) : tiers(rate)).orElse(NOTHING);
    }

    /** Empty where there are none. */
    public String tiers(ProviderRate cost) {
        return tiers(cost.tiers(), amount -> new Money(amount, cost.perSecond().currency()).toString());
    }

    /** Exact, such as {@code 5.063 s}. */
    static String seconds(Duration length) {
        return BigDecimal.valueOf(length.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }

    private static String perSecond(ProviderRate cost) {
        return cost.perSecond() + " per second";
    }

    private static String tiers(Tiers tiers, LongFunction<String> amount) {
        return tiers.steps().stream().map(step -> amount.apply(step.amount()) + " up to " + seconds(step.upTo()))
                .collect(Collectors.joining(", "));
    }
}
