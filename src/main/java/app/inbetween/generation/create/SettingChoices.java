package app.inbetween.generation.create;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.generation.Amounts;
import app.inbetween.generation.create.CreatePage.Choice;
import app.inbetween.generation.create.CreatePage.ModelChoice;
import app.inbetween.price.PriceBook;
import app.inbetween.price.PriceKey;
import app.inbetween.provider.Easing;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoModel.Feature;
import app.inbetween.provider.VideoProvider;
import app.inbetween.web.Formats;

/** The models and the settings of the chosen one, as rows of options. */
@ApplicationScoped
class SettingChoices {

    @Inject
    ModelCatalog catalog;
    @Inject
    PriceBook prices;

    List<ModelChoice> models(Optional<Selection> selection) {
        return catalog.models().stream().map(model -> choice(model, selection)).toList();
    }

    List<Choice> durations(Selection selection) {
        return choices(selection.model().durations(), selection.duration(),
                duration -> String.valueOf(duration.toMillis() / 1000.0).replaceFirst("\\.0$", ""), Formats::words);
    }

    List<Choice> resolutions(Selection selection) {
        return choices(selection.model().resolutions(), selection.resolution(), Function.identity(), Function.identity());
    }

    List<Choice> frameRates(Selection selection) {
        return choices(selection.model().frameRates(), selection.frameRate(), String::valueOf, String::valueOf);
    }

    List<Choice> easings(Selection selection) {
        return choices(selection.model().easings(), selection.easing(), Easing::name, Easing::label);
    }

    private ModelChoice choice(VideoModel model, Optional<Selection> selection) {
        boolean chosen = selection.filter(it -> it.model().id().equals(model.id())).isPresent();
        String resolution = selection.map(Selection::resolution).filter(model.resolutions()::contains)
                .orElseGet(() -> model.resolutions().get(0));
        String price = prices.price(PriceKey.of(model.id(), resolution))
                .map(it -> it.rate().isFree() ? "free" : Amounts.credits(it.perSecond()) + "/s").orElse("");
        return new ModelChoice(model.id(), model.name(), model.summary(), price, facts(model), badges(model), chosen,
                price.isEmpty() ? "It has no price yet." : "");
    }

    private String facts(VideoModel model) {
        String where = catalog.provider(model.provider()).map(VideoProvider::label).orElse(model.provider());
        Duration longest = model.durations().get(model.durations().size() - 1);
        return where + " · about " + Formats.words(model.typicalTime()) + " · up to " + Formats.words(longest);
    }

    private static List<String> badges(VideoModel model) {
        List<String> badges = new ArrayList<>();
        if (model.supports(Feature.PROMPT)) {
            badges.add("Prompt");
        }
        if (model.supports(Feature.SEED)) {
            badges.add("Seed");
        }
        if (!model.easings().isEmpty()) {
            badges.add("Easing");
        }
        return badges;
    }

    private static <T> List<Choice> choices(List<T> offered, T chosen, Function<T, String> value, Function<T, String> label) {
        return offered.stream().map(it -> Choice.of(value.apply(it), label.apply(it), it.equals(chosen))).toList();
    }
}
