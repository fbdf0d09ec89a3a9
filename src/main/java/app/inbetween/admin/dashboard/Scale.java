package app.inbetween.admin.dashboard;

import java.util.List;
import java.util.stream.IntStream;

import app.inbetween.price.Credits;

/**
 * The axis of a chart: four equal steps of a round number, the topmost at or above the highest value.
 *
 * @param step above zero
 */
record Scale(Credits step) {

    private static final int STEPS = 4;
    private static final long[] ROUND_TENTHS = { 10, 15, 20, 25, 30, 40, 50, 60, 80, 100 };

    static Scale reaching(Credits highest) {
        long least = Math.max(10, (highest.millis() + STEPS - 1) / STEPS);
        long power = 10;
        while (power * 10 <= least) {
            power *= 10;
        }
        for (long tenths : ROUND_TENTHS) {
            long step = power / 10 * tenths;
            if (step >= least) {
                return new Scale(Credits.ofMillis(step));
            }
        }
        throw new IllegalStateException("No round number reaches " + highest);
    }

    Credits top() {
        return step.times(STEPS);
    }

    /** What is written beside the lines, from the top down to zero. */
    List<Credits> marks() {
        return IntStream.rangeClosed(0, STEPS).mapToObj(i -> step.times((long) STEPS - i)).toList();
    }

    /** How high a value stands, of the height of the whole axis; never below the ground. */
    double height(Credits value, double whole) {
        return value.isPositive() ? whole * value.millis() / top().millis() : 0;
    }
}
