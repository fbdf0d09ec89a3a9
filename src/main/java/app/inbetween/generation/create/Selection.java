package app.inbetween.generation.create;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import app.inbetween.generation.Settings;
import app.inbetween.media.Dimensions;
import app.inbetween.price.PriceKey;
import app.inbetween.provider.Easing;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoModel;

/**
 * A draft brought into line with what its model can do: whatever the model does not offer becomes the nearest thing it does.
 *
 * @param size exact pixels of the film: of the resolution's sizes, the one nearest in shape to the frames
 */
record Selection(VideoModel model, String resolution, Dimensions size, Duration duration, int frameRate, Easing easing) {

    private static final String USUAL_RESOLUTION = "720p";
    private static final Duration USUAL_DURATION = Duration.ofSeconds(5);
    private static final double USUAL_SHAPE = 16.0 / 9;

    /** Empty when no model can be had at all. */
    static Optional<Selection> of(Draft draft, ModelCatalog catalog, List<Dimensions> frames) {
        return Optional.ofNullable(draft.model).flatMap(catalog::model).or(() -> catalog.models().stream().findFirst())
                .map(model -> of(draft, model, frames));
    }

    static Selection of(Draft draft, VideoModel model, List<Dimensions> frames) {
        String resolution = chosenOr(draft.resolution, model.resolutions(), usualResolution(model));
        return new Selection(model, resolution, model.nearest(resolution, shape(frames)).orElseThrow(),
                nearest(draft.durationMillis, model.durations()),
                chosenOr(draft.frameRate, model.frameRates(), model.frameRates().get(0)),
                chosenOr(draft.easing, model.easings(), Easing.LINEAR));
    }

    PriceKey priceKey() {
        return PriceKey.of(model.id(), resolution);
    }

    /** What the model does not read is left out, so that the same form is the same wish however often it is sent. */
    Settings settings(String prompt, String negativePrompt, long seed) {
        return new Settings(model.id(), resolution, size.width(), size.height(), Math.toIntExact(duration.toMillis()),
                frameRate, easing,
                model.supports(VideoModel.Feature.PROMPT) ? prompt : "",
                model.supports(VideoModel.Feature.NEGATIVE_PROMPT) ? negativePrompt : "",
                model.supports(VideoModel.Feature.SEED) ? seed : 0);
    }

    /** Halfway between the frames' shapes, so that neither loses much more than the other. */
    private static double shape(List<Dimensions> frames) {
        return frames.isEmpty() ? USUAL_SHAPE
                : Math.exp(frames.stream().mapToDouble(frame -> Math.log(frame.aspectRatio())).average().orElseThrow());
    }

    private static String usualResolution(VideoModel model) {
        return model.resolutions().contains(USUAL_RESOLUTION) ? USUAL_RESOLUTION : model.resolutions().get(0);
    }

    private static Duration nearest(Integer millis, List<Duration> offered) {
        long wanted = millis == null ? USUAL_DURATION.toMillis() : millis;
        return offered.stream().min(Comparator.comparingLong(duration -> Math.abs(duration.toMillis() - wanted))).orElseThrow();
    }

    private static <T> T chosenOr(T chosen, List<T> offered, T otherwise) {
        return chosen != null && offered.contains(chosen) ? chosen : otherwise;
    }
}
