package app.inbetween.statement;

import java.time.YearMonth;
import java.util.List;

import app.inbetween.price.Credits;

/**
 * How a month led from what was free to spend at its start to what was at its end.
 *
 * @param running whether the month is not over yet
 * @param changes that lead from the opening to the closing balance, together exactly
 * @param models on which credits were spent, most first
 */
public record MonthSummary(YearMonth month, boolean running, Credits opening, Credits closing, List<Change> changes,
        List<ModelSpending> models) {

    /** @param amount by which it changes what is free to spend */
    public record Change(String name, Credits amount) {
    }

    /**
     * What a model cost in a month.
     *
     * @param name what people call it
     * @param clips that were charged
     * @param spent less what was given back
     */
    public record ModelSpending(String name, int clips, Credits spent) {
    }

    public String name() {
        return Days.name(month);
    }

    public int clips() {
        return models.stream().mapToInt(ModelSpending::clips).sum();
    }

    public Credits spent() {
        return models.stream().map(ModelSpending::spent).reduce(Credits.ZERO, Credits::plus);
    }
}
