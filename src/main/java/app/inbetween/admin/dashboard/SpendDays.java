package app.inbetween.admin.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import app.inbetween.price.Credits;

/**
 * What was charged on which day for which model.
 *
 * @param parts newest day first, no two of the same day and model
 */
public record SpendDays(List<Part> parts) {

    /** One model's share of a day. */
    public record Part(LocalDate day, String model, Tally tally) {
    }

    /** @param to the last day, which counts */
    public SpendDays between(LocalDate from, LocalDate to) {
        return where(part -> !part.day.isBefore(from) && !part.day.isAfter(to));
    }

    public SpendDays ofModel(String model) {
        return where(part -> part.model.equals(model));
    }

    public Tally total() {
        return parts.stream().map(Part::tally).reduce(Tally.NOTHING, Tally::plus);
    }

    Map<String, Credits> netByModel() {
        return parts.stream().collect(Collectors.toMap(Part::model, part -> part.tally.net(), Credits::plus));
    }

    private SpendDays where(Predicate<Part> wanted) {
        return new SpendDays(parts.stream().filter(wanted).toList());
    }
}
