package app.inbetween.generation.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.generation.Settings;
import app.inbetween.generation.show.GenerationPage.Fact;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.Option;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoModel.Feature;
import app.inbetween.web.Formats;

/** What was asked for, in the order it is read. */
@ApplicationScoped
class Facts {

    @Inject
    ModelCatalog catalog;

    List<Fact> of(Settings settings) {
        Optional<VideoModel> model = catalog.known(settings.model());
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("Model", model.map(VideoModel::name).orElse(settings.model())));
        facts.add(Fact.of("Length", Formats.words(settings.duration()) + ", " + settings.frameRate() + " fps"));
        facts.add(Fact.of("Size", settings.size().toString()));
        if (!settings.negativePrompt().isEmpty()) {
            facts.add(Fact.of("Keep out", settings.negativePrompt()));
        }
        model.filter(it -> !it.easings().isEmpty()).ifPresent(it -> facts.add(Fact.of("Easing", settings.easing().label())));
        settings.options().forEach((name, value) -> option(model, name, value).ifPresent(facts::add));
        if (model.filter(it -> !it.supports(Feature.SEED)).isEmpty()) {
            facts.add(Fact.copyable("Seed", String.valueOf(settings.seed())));
        }
        return facts;
    }

    /** Only what is not as the model has it by itself; all of it where the model is not known any more. */
    private static Optional<Fact> option(Optional<VideoModel> model, String name, String value) {
        Optional<Option> option = model.stream().flatMap(it -> it.options().stream()).filter(it -> it.name().equals(name))
                .findFirst();
        if (option.filter(it -> it.standard().equals(value)).isPresent()) {
            return Optional.empty();
        }
        String label = option.map(Option::label)
                .orElseGet(() -> Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('-', ' '));
        String words = value.equals("true") ? "on" : value.equals("false") ? "off" : value;
        return Optional.of(Fact.of(label, words));
    }
}
