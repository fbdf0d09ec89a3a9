package app.inbetween.generation.show;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.generation.Generation;
import app.inbetween.generation.show.GenerationPage.Obstacle;
import app.inbetween.generation.wish.Demands;
import app.inbetween.generation.wish.Departed;
import app.inbetween.generation.wish.Departures;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoModel;

/** Whether a clip can be asked for once more just as it was. */
@ApplicationScoped
class Repetition {

    private static final String CHANGE = "Change the settings";

    @Inject
    ModelCatalog catalog;
    @Inject
    Departures departures;

    /** Empty when nothing stands in the way. */
    Optional<Obstacle> obstacle(Generation earlier) {
        Optional<Departed> departed = departures.of(earlier.settings.model());
        if (departed.isPresent()) {
            return departed.map(it -> new Obstacle(it.told(),
                    it.replacement().map(VideoModel::name).map("Create with "::concat).orElse(CHANGE)));
        }
        return catalog.model(earlier.settings.model())
                .flatMap(model -> Demands.unmet(earlier.title, earlier.settings, model))
                .map(sentence -> new Obstacle(sentence, CHANGE));
    }
}
