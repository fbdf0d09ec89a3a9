package app.inbetween.admin.movement;

import java.util.List;

import app.inbetween.web.Slice;

/**
 * The journal as it is shown.
 *
 * @param typed what was asked for
 * @param movements empty where that could not be understood
 * @param sum of all that match, in words; empty where it is not known
 * @param newest whether nothing newer matches
 */
public record MovementPage(MovementForm typed, Problems problems, List<Choice> kinds, List<Choice> models,
        Slice<Movement> movements, String sum, boolean newest) {

    /** Something that can be chosen. */
    public record Choice(String value, String name, boolean chosen) {
    }

    /** What is wrong with each field, empty where nothing is. */
    public record Problems(String kind, String model, String user, String from, String to) {

        static Problems of(Reading reading) {
            return new Problems(reading.problem("kind"), reading.problem("model"), reading.problem("user"),
                    reading.problem("from"), reading.problem("to"));
        }

        public boolean isAny() {
            return !(kind + model + user + from + to).isEmpty();
        }
    }

    /** What stands where there are no movements. */
    public String emptyWords() {
        if (problems.isAny()) {
            return "Nothing was looked for, because the filter above could not be understood.";
        }
        return typed.isSet() ? "No movement is like that." : newest ? "Nothing has moved yet." : "There are no older ones.";
    }

    /** Where the next page is, without the movement it goes on below. */
    public String address() {
        return "/admin/movements?" + (typed.isSet() ? typed.query() + "&" : "");
    }

    public String modelName(Movement movement) {
        return movement.hold().map(hold -> hold.key().model()).flatMap(id -> models.stream()
                .filter(model -> model.value().equals(id)).map(Choice::name).findFirst()).orElse("");
    }
}
