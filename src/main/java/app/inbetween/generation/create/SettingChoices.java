package app.inbetween.generation.create;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.generation.create.SettingsPanel.Choice;
import app.inbetween.generation.create.SettingsPanel.Seed;
import app.inbetween.generation.wish.Demands;
import app.inbetween.generation.wish.Departed;
import app.inbetween.generation.wish.Departures;
import app.inbetween.provider.Easing;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoModel.Feature;
import app.inbetween.web.Formats;

/** The models and the settings of the chosen one, as rows of options. */
@ApplicationScoped
class SettingChoices {

    @Inject
    ModelCards cards;
    @Inject
    Departures departures;

    /** @param errors what is wrong, by the names of the fields */
    SettingsPanel panel(Draft draft, Optional<Selection> selection, Map<String, String> errors) {
        return selection.map(it -> panel(draft, it, errors)).orElseGet(SettingsPanel::empty);
    }

    private SettingsPanel panel(Draft draft, Selection selection, Map<String, String> errors) {
        VideoModel model = selection.model();
        String departed = draft.chosen().isEmpty() ? ""
                : departures.of(draft.chosen()).map(Departed::chosen).orElse("");
        return new SettingsPanel(departed, cards.groups(Optional.of(selection)), model.id(),
                choices(model.durations(), selection.duration(), SettingChoices::seconds, Formats::words),
                choices(model.resolutions(), selection.resolution(), Function.identity(), Function.identity()),
                OptionFields.priced(draft, model, errors),
                choices(model.frameRates(), selection.frameRate(), String::valueOf, String::valueOf),
                choices(model.easings(), selection.easing(), Easing::name, Easing::label),
                OptionFields.others(draft, model, errors), seed(draft, model, errors), note(draft, model));
    }

    private static Optional<Seed> seed(Draft draft, VideoModel model, Map<String, String> errors) {
        return model.supports(Feature.SEED)
                ? Optional.of(new Seed(draft.seed, draft.seedLocked, errors.getOrDefault(Demands.SEED, "")))
                : Optional.empty();
    }

    private static String note(Draft draft, VideoModel model) {
        if (model.supports(Feature.SEED)) {
            return "";
        }
        return model.name() + " takes no seed." + (draft.seedLocked ? " Yours is kept for models that take one." : "");
    }

    private static String seconds(Duration duration) {
        return String.valueOf(duration.toMillis() / 1000.0).replaceFirst("\\.0$", "");
    }

    private static <T> List<Choice> choices(List<T> offered, T chosen, Function<T, String> value, Function<T, String> label) {
        return offered.stream().map(it -> Choice.of(value.apply(it), label.apply(it), it.equals(chosen))).toList();
    }
}
