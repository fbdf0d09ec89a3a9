package app.inbetween.generation.create;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.generation.Amounts;
import app.inbetween.generation.create.SettingsPanel.ModelChoice;
import app.inbetween.generation.create.SettingsPanel.ModelGroup;
import app.inbetween.generation.wish.Departures;
import app.inbetween.price.Price;
import app.inbetween.price.PriceBook;
import app.inbetween.price.PriceKey;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoModel.Feature;
import app.inbetween.provider.VideoProvider;
import app.inbetween.web.Formats;

/** The models to choose from, provider by provider. */
@ApplicationScoped
class ModelCards {

    /** More than these are folded together by provider. */
    private static final int AT_A_GLANCE = 8;
    private static final String NO_PRICE = "It has no price yet. An administrator sets one under Admin → Prices.";

    @Inject
    ModelCatalog catalog;
    @Inject
    PriceBook prices;

    List<ModelGroup> groups(Optional<Selection> selection) {
        List<VideoModel> models = catalog.models();
        Map<String, List<VideoModel>> byProvider = models.stream()
                .collect(Collectors.groupingBy(VideoModel::provider, LinkedHashMap::new, Collectors.toList()));
        boolean named = byProvider.size() > 1;
        boolean folding = named && models.size() > AT_A_GLANCE;
        return byProvider.entrySet().stream().map(entry -> new ModelGroup(entry.getKey(), label(entry.getKey()),
                Formats.count(entry.getValue().size(), "model"), folding, named,
                cards(entry.getValue(), selection, named))).toList();
    }

    private String label(String provider) {
        return catalog.provider(provider).map(VideoProvider::label).orElse(provider);
    }

    /** What nobody can ask for yet comes last. */
    private List<ModelChoice> cards(List<VideoModel> models, Optional<Selection> selection, boolean named) {
        return models.stream().map(model -> card(model, selection, named))
                .sorted(Comparator.comparing(card -> card.price().isEmpty())).toList();
    }

    private ModelChoice card(VideoModel model, Optional<Selection> selection, boolean named) {
        Optional<Selection> chosen = selection.filter(it -> it.model().id().equals(model.id()));
        String price = price(model, selection, chosen);
        return new ModelChoice(model.id(), model.name(), model.summary(), price, facts(model, named), badges(model),
                ends(model),
                chosen.isPresent(), price.isEmpty() ? NO_PRICE : "");
    }

    /** At the length and resolution that are chosen, where the model has them, so that models can be compared. */
    private String price(VideoModel model, Optional<Selection> selection, Optional<Selection> chosen) {
        String resolution = selection.map(Selection::resolution).filter(model.resolutions()::contains)
                .orElseGet(() -> model.resolutions().get(0));
        Duration wanted = selection.map(Selection::duration).orElse(model.durations().get(0));
        Duration length = model.durations().stream().min(Comparator.comparing(it -> it.minus(wanted).abs())).orElseThrow();
        String variant = chosen.map(Selection::variant).orElseGet(() -> model.variant(Map.of()));
        return words(new PriceKey(model.id(), resolution, variant), length).or(() -> elsewhere(model, length)).orElse("");
    }

    /** Where what is chosen has no price, a model can still be chosen for what has one. */
    private Optional<String> elsewhere(VideoModel model, Duration length) {
        return model.resolutions().stream().flatMap(resolution -> words(
                new PriceKey(model.id(), resolution, model.variant(Map.of())), length)
                .map(words -> words + " at " + resolution).stream()).findFirst();
    }

    private Optional<String> words(PriceKey key, Duration length) {
        return prices.price(key).map(price -> words(price, length));
    }

    private static String words(Price price, Duration length) {
        if (price.rate().isFree()) {
            return "free";
        }
        return price.rate().tiers().of(length).isPresent()
                ? Amounts.credits(price.rate().costOf(length)) + " for " + Formats.words(length)
                : Amounts.credits(price.perSecond()) + "/s";
    }

    /** Where the models of several providers are listed, each stands below its provider's name. */
    private String facts(VideoModel model, boolean named) {
        Duration longest = model.durations().get(model.durations().size() - 1);
        return (named ? "About " : label(model.provider()) + " · about ") + Formats.words(model.typicalTime()) + " · up to "
                + Formats.words(longest);
    }

    private String ends(VideoModel model) {
        Optional<String> next = model.life().replacement().flatMap(catalog::model).map(VideoModel::name);
        return model.life().until().map(until -> "Until " + Departures.day(until)
                + next.map(name -> ", then " + name).orElse("")).orElse("");
    }

    private static List<String> badges(VideoModel model) {
        List<String> badges = new ArrayList<>();
        if (model.supports(Feature.PROMPT)) {
            badges.add("Prompt");
        }
        if (model.supports(Feature.NEGATIVE_PROMPT)) {
            badges.add("Negative prompt");
        }
        if (model.supports(Feature.SEED)) {
            badges.add("Seed");
        }
        if (!model.easings().isEmpty()) {
            badges.add("Easing");
        }
        model.options().stream().map(option -> option.name()).filter(List.of("audio", "fast")::contains)
                .map(name -> Character.toUpperCase(name.charAt(0)) + name.substring(1)).forEach(badges::add);
        return badges;
    }
}
