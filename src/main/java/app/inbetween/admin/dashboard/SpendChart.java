package app.inbetween.admin.dashboard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import app.inbetween.price.Credits;

/**
 * A chart of what was charged per day, stacked by model, ready to be drawn in a box of 600 by 240, and the same as a table.
 * Coordinates are texts in that box, from its upper left corner.
 *
 * @param days as many as were asked for, the oldest first
 * @param span such as {@code 23 October to 21 November}
 * @param keys models of which anything was charged, and all smaller ones together; empty where nothing was
 * @param marks of the axis, from the top down
 * @param lines where they are drawn
 * @param labels under the chart, evenly apart
 */
public record SpendChart(List<Day> days, String span, List<Key> keys, List<Credits> marks, List<String> lines,
        List<String> labels) {

    /**
     * @param series 1 to 6, its colour
     * @param total of all days
     */
    public record Key(int series, String name, Credits total) {
    }

    /**
     * @param label such as {@code 21 Nov}
     * @param sentence such as {@code 21 November: 225 credits. Kling 2.5 116, Wan FLF2V 109}
     * @param href of the movements behind it
     * @param x of the day's place, which is as wide as {@code width}
     * @param figures what was charged less what was given back, in the order of the keys
     */
    public record Day(String label, String sentence, String href, String x, String width, List<Bar> bars,
            List<Credits> figures, Credits total) {
    }

    /** One model's part of a day. */
    public record Bar(int series, String x, String y, String width, String height) {
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** Whether every day has room for a label of its own. */
    public boolean isLabelledByDay() {
        return labels.size() == days.size();
    }

    /** As the table has it. */
    public List<Day> newestFirst() {
        List<Day> turned = new ArrayList<>(days);
        Collections.reverse(turned);
        return turned;
    }

    public Credits total() {
        return keys.stream().map(Key::total).reduce(Credits.ZERO, Credits::plus);
    }
}
