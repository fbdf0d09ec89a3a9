package app.inbetween.generation.create;

import java.util.List;
import java.util.Optional;

import app.inbetween.price.Credits;

/**
 * What a person may spend now.
 *
 * @param available what they have
 * @param caps how much of it they may use in a day or a month
 */
record Means(Credits available, List<Cap> caps) {

    /**
     * @param used of the most that may be
     * @param period such as {@code today}
     * @param next when the count begins again, such as {@code tomorrow}
     * @param own whether the person has set it, and not an administrator
     */
    record Cap(Credits most, Credits used, String period, String next, boolean own) {

        boolean isBelow(Credits price) {
            return used.plus(price).isMoreThan(most);
        }

        Credits left() {
            return most.isMoreThan(used) ? most.minus(used) : Credits.ZERO;
        }
    }

    /** The first cap in the way of this price. */
    Optional<Cap> reached(Credits price) {
        return caps.stream().filter(cap -> cap.isBelow(price)).findFirst();
    }

    boolean allow(Credits price) {
        return !price.isMoreThan(available) && reached(price).isEmpty();
    }
}
