package app.inbetween.generation.create;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import app.inbetween.generation.create.SettingsPanel.Choice;
import app.inbetween.generation.create.SettingsPanel.Control;
import app.inbetween.generation.create.SettingsPanel.OptionField;
import app.inbetween.generation.wish.Demands;
import app.inbetween.provider.Option;
import app.inbetween.provider.VideoModel;

/** The options of a model as fields of the form. */
final class OptionFields {

    /** As many short words as fit side by side. */
    private static final int SIDE_BY_SIDE = 4;
    private static final int SHORT = 24;

    private OptionFields() {
    }

    /** Those that change the price, which sit beside what else does. */
    static List<OptionField> priced(Draft draft, VideoModel model, Map<String, String> errors) {
        return model.options().stream().filter(OptionFields::isPriced).map(option -> field(option, draft, errors)).toList();
    }

    static List<OptionField> others(Draft draft, VideoModel model, Map<String, String> errors) {
        return model.options().stream().filter(option -> !isPriced(option)).map(option -> field(option, draft, errors))
                .toList();
    }

    private static boolean isPriced(Option option) {
        return option instanceof Option.Toggle toggle && toggle.variant().isPresent();
    }

    private static OptionField field(Option option, Draft draft, Map<String, String> errors) {
        String value = draft.options.getOrDefault(option.name(), option.standard());
        String error = errors.getOrDefault(Demands.field(option.name()), "");
        return new OptionField(option.name(), option.label(), hint(option), control(option), value, choices(option, value),
                option instanceof Option.Number number && number.whole() ? "numeric" : "decimal", error);
    }

    private static String hint(Option option) {
        String range = option instanceof Option.Number ? "%s, usually %s.".formatted(option.range(), option.standard()) : "";
        return (range + " " + option.hint()).strip();
    }

    private static Control control(Option option) {
        if (option instanceof Option.Choice choice) {
            boolean few = choice.values().size() <= SIDE_BY_SIDE && String.join("", choice.values()).length() <= SHORT;
            return few ? Control.SEGMENTS : Control.LIST;
        }
        return option instanceof Option.Toggle ? Control.CHECK : Control.NUMBER;
    }

    private static List<Choice> choices(Option option, String chosen) {
        Stream<String> values = option instanceof Option.Choice choice ? choice.values().stream() : Stream.of();
        return values.map(value -> Choice.of(value, value, value.equals(chosen))).toList();
    }
}
