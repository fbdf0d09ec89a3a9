package app.inbetween.generation.create;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import app.inbetween.generation.Settings;
import app.inbetween.generation.choice.Fit;
import app.inbetween.generation.choice.Wish;
import app.inbetween.media.Dimensions;
import app.inbetween.price.PriceKey;
import app.inbetween.provider.Easing;
import app.inbetween.provider.VideoModel;

/**
 * A draft brought into line with what its model can do: whatever was picked and the model does not offer becomes the nearest
 * thing it does. What was typed is judged by {@link app.inbetween.generation.wish.Demands}.
 *
 * @param size exact pixels of the film: of the resolution's sizes, the one nearest in shape to the frames
 * @param options all that the model has, each as the model writes it
 */
record Selection(VideoModel model, String resolution, Dimensions size, Duration duration, int frameRate, Easing easing,
        Map<String, String> options) {

    private static final Duration USUAL_DURATION = Duration.ofSeconds(5);

    static Selection of(Draft draft, VideoModel model, List<Dimensions> frames) {
        Fit fit = Fit.of(wish(draft, frames), model);
        return new Selection(model, fit.resolution(), fit.size(), fit.length(),
                chosenOr(draft.frameRate, model.frameRates(), model.frameRates().get(0)),
                chosenOr(draft.easing, model.easings(), Easing.LINEAR), fit.options());
    }

    /** What is wished of any model; what was typed and cannot be is told at its field. */
    static Wish wish(Draft draft, List<Dimensions> frames) {
        Duration length = Optional.ofNullable(draft.durationMillis).filter(millis -> millis > 0).map(Duration::ofMillis)
                .orElse(USUAL_DURATION);
        return new Wish(frames, Optional.ofNullable(draft.resolution).filter(it -> !it.isEmpty()), length, draft.prompt,
                draft.negativePrompt, draft.seedLocked, draft.options);
    }

    String variant() {
        return model.variant(options);
    }

    PriceKey priceKey() {
        return new PriceKey(model.id(), resolution, variant());
    }

    /** What the model does not read is left out, so that the same form is the same wish however often it is sent. */
    Settings settings(String prompt, String negativePrompt, long seed) {
        return new Settings(model.id(), resolution, variant(), size.width(), size.height(),
                Math.toIntExact(duration.toMillis()),
                frameRate, easing,
                model.supports(VideoModel.Feature.PROMPT) ? prompt : "",
                model.supports(VideoModel.Feature.NEGATIVE_PROMPT) ? negativePrompt : "",
                model.supports(VideoModel.Feature.SEED) ? seed : 0, options);
    }

    private static <T> T chosenOr(T chosen, List<T> offered, T otherwise) {
        return chosen != null && offered.contains(chosen) ? chosen : otherwise;
    }
}
