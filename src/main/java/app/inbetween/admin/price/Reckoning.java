package app.inbetween.admin.price;

import java.time.Duration;
import java.util.List;

import app.inbetween.price.Credits;
import app.inbetween.price.Margin;
import app.inbetween.price.Money;

/**
 * What a month's videos were charged, against what they would have been at another price.
 *
 * @param month such as {@code October 2026}
 * @param lines one for each length, ascending
 */
record Reckoning(String month, List<Line> lines) {

    /**
     * Videos of one length.
     *
     * @param charged what was captured, whatever was given back later
     */
    record Line(Duration length, int videos, Sum charged, Sum proposed) {

        Line plus(Line other) {
            return new Line(length, videos + other.videos, charged.plus(other.charged), proposed.plus(other.proposed));
        }

        public String seconds() {
            return Figures.seconds(length);
        }

        public Credits difference() {
            return proposed.credits.minus(charged.credits);
        }
    }

    /**
     * @param worth what the credits are worth, in dollars
     * @param cost what the provider bills for the videos, in dollars
     */
    record Sum(Credits credits, Money worth, Money cost) {

        Sum plus(Sum other) {
            return new Sum(credits.plus(other.credits), Money.dollars(worth.micros() + other.worth.micros()),
                    Money.dollars(cost.micros() + other.cost.micros()));
        }

        /** Such as {@code 20 %}; a dash where nothing is earned or nobody bills us. */
        public String margin() {
            return cost.micros() == 0 ? "–" : new Margin(Duration.ZERO, worth, cost).toString();
        }
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public Line total() {
        return lines.stream().reduce(Line::plus).orElseThrow();
    }
}
