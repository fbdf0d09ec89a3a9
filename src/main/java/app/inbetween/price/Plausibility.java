package app.inbetween.price;

import static app.inbetween.price.PriceRefusedException.About.COST;
import static app.inbetween.price.PriceRefusedException.About.RATE;
import static app.inbetween.price.PriceRefusedException.About.TIERS;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.web.Formats;

/** Recognises slips by what a price was before, and by what the provider asks. */
@ApplicationScoped
class Plausibility {

    private static final BigDecimal IMPOSSIBLE = BigDecimal.valueOf(1000);
    private static final BigDecimal STARTLING = BigDecimal.TEN;
    /** A price may well be several times what a video costs us, but hardly this many. */
    private static final BigDecimal APART = BigDecimal.valueOf(20);

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final List<Duration> USUAL = List.of(SECOND, Duration.ofSeconds(5), Duration.ofSeconds(10));

    @Inject
    Exchange exchange;

    /** @throws PriceRefusedException if it is a thousand times more or less; nobody can mean that */
    void requirePossible(Proposal next, Price before) {
        jump(next.rate(), before.rate(), IMPOSSIBLE).ifPresent(length -> {
            throw new PriceRefusedException(RATE, change(next, before, length)
                    + " A price changes by less than a thousand times at once: check whether this is in credits.");
        });
    }

    /** @throws PriceRefusedException if it looks like one of the slips people make */
    void requirePlausible(Proposal next, Optional<Price> before) {
        next.cost().ifPresent(cost -> requireCredits(next, cost));
        before.ifPresent(price -> requirePerSecond(next, price));
        before.ifPresent(price -> requireNewTotals(next.rate(), price.rate()));
        requireTotals(next);
        before.ifPresent(price -> jump(next.rate(), price.rate(), STARTLING).ifPresent(length -> {
            throw doubt(change(next, price, length) + " That is ten times or more apart.");
        }));
        before.flatMap(Price::cost).ifPresent(cost -> next.cost().ifPresent(billed -> requireSimilar(billed, cost)));
        next.cost().filter(cost -> !next.free()).ifPresent(cost -> requireNear(next, cost));
    }

    private void requireCredits(Proposal next, ProviderRate cost) {
        Money perSecond = cost.perSecond();
        if (next.rate().perSecond().isPositive() && next.rate().perSecond().decimal().compareTo(perSecond.amount()) == 0) {
            throw doubt(next.rate().perSecond() + " is what the provider asks in money, " + perSecond
                    + ". A price is in credits: at the usual rate that would be " + exchange.toCredits(perSecond) + ".");
        }
    }

    private static void requirePerSecond(Proposal next, Price before) {
        Credits perSecond = next.rate().perSecond();
        lengths(before.rate()).filter(length -> !length.equals(SECOND) && perSecond.isMoreThan(before.perSecond()))
                .filter(length -> before.rate().costOf(length).equals(perSecond)).findFirst().ifPresent(length -> {
                    throw doubt(perSecond + " credits are what a whole video of " + Formats.words(length)
                            + " costs now. This field is for the price of one second.");
                });
    }

    private static void requireNewTotals(Rate next, Rate before) {
        boolean forgotten = !next.tiers().isEmpty() && next.tiers().equals(before.tiers())
                && !next.perSecond().equals(before.perSecond());
        if (forgotten) {
            List<Duration> lengths = next.tiers().lengths();
            throw PriceRefusedException.doubt(TIERS, "The totals stay as they are, so nothing changes for videos of up to "
                    + Formats.words(lengths.get(lengths.size() - 1)) + ". Change them too, or remove them.");
        }
    }

    private static void requireTotals(Proposal next) {
        Rate rate = next.rate();
        for (Tiers.Step step : rate.tiers().steps()) {
            boolean oneSecond = step.upTo().compareTo(SECOND.multipliedBy(2)) >= 0
                    && step.amount() <= rate.perSecond().millis();
            if (oneSecond) {
                throw PriceRefusedException.doubt(TIERS, Credits.ofMillis(step.amount()) + " credits for a video of "
                        + Formats.words(step.upTo())
                        + " is no more than one second costs. A tier is the price of the whole video.");
            }
        }
        if (!rate.tiers().isAscending()) {
            throw PriceRefusedException.doubt(TIERS, "A longer video would cost less than a shorter one. Check the tiers.");
        }
    }

    private static void requireSimilar(ProviderRate next, ProviderRate before) {
        boolean comparable = next.perSecond().currency().equals(before.perSecond().currency());
        USUAL.stream().filter(length -> comparable
                && isApart(next.costOf(length), before.costOf(length), Money::micros, STARTLING)).findFirst()
                .ifPresent(length -> {
                    throw PriceRefusedException.doubt(COST, "The provider would ask " + next.costOf(length) + " for "
                            + Formats.words(length) + ", until now it is " + before.costOf(length)
                            + ". Check whether cents were taken for dollars, or a video for a second.");
                });
    }

    private void requireNear(Proposal next, ProviderRate cost) {
        Duration length = Margin.USUAL;
        Money earned = exchange.worth(next.rate().costOf(length));
        Money billed = exchange.toDollars(cost.costOf(length));
        if (isApart(earned, billed, Money::micros, APART)) {
            throw doubt(Formats.words(length) + " would cost " + next.rate().costOf(length) + " credits, worth " + earned
                    + ", and cost us " + billed + ". That is twenty times or more apart: check the unit.");
        }
    }

    /** The first length at which one rate is this many times the other. */
    private static Optional<Duration> jump(Rate next, Rate before, BigDecimal times) {
        if (isApart(next.perSecond(), before.perSecond(), Credits::millis, times)) {
            return Optional.of(SECOND);
        }
        return Stream.concat(lengths(next), lengths(before)).filter(length -> isApart(next.costOf(length),
                before.costOf(length), Credits::millis, times)).findFirst();
    }

    private static <T> boolean isApart(T one, T other, ToLongFunction<T> amount, BigDecimal times) {
        BigDecimal a = BigDecimal.valueOf(amount.applyAsLong(one));
        BigDecimal b = BigDecimal.valueOf(amount.applyAsLong(other));
        return a.signum() > 0 && b.signum() > 0 && a.max(b).compareTo(a.min(b).multiply(times)) >= 0;
    }

    private static Stream<Duration> lengths(Rate rate) {
        return Stream.concat(rate.tiers().lengths().stream(), USUAL.stream());
    }

    /** Such as {@code 5 s would cost 350 credits, 10 times the 35 it costs now.} */
    private static String change(Proposal next, Price before, Duration length) {
        Credits then = next.rate().costOf(length);
        Credits now = before.rate().costOf(length);
        String times = then.isMoreThan(now) ? quotient(then, now) + " times the " + now + " it costs now."
                : "1/" + quotient(now, then) + " of the " + now + " it costs now.";
        return Formats.words(length) + " would cost " + then + " credits, " + times;
    }

    private static String quotient(Credits large, Credits small) {
        return Credits.ofMillis(BigDecimal.valueOf(large.millis()).movePointRight(3)
                .divide(BigDecimal.valueOf(small.millis()), MathContext.DECIMAL64).setScale(-3, RoundingMode.DOWN)
                .longValueExact()).toString();
    }

    private static PriceRefusedException doubt(String message) {
        return PriceRefusedException.doubt(RATE, message);
    }
}
