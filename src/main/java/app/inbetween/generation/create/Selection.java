package app.inbetween.generation.create;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import app.inbetween.generation.Settings;
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

    private static final String USUAL_RESOLUTION = "720p";
    private static final Duration USUAL_DURATION = Duration.ofSeconds(5);
    private static final double USUAL_SHAPE = 16.0 / 9;

    static Selection of(Draft draft, VideoModel model, List<Dimensions> frames) {
        String resolution = chosenOr(draft.resolution, model.resolutions(), usualResolution(model));
        return new Selection(model, resolution, model.nearest(resolution, shape(frames)).orElseThrow(),
                nearest(draft.durationMillis, model.durations()),
                chosenOr(draft.frameRate, model.frameRates(), model.frameRates().get(0)),
                chosenOr(draft.easing, model.easings(), Easing.LINEAR), options(draft, model));
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

    /** Halfway between the frames' shapes, so that neither loses much more than the other. */
    private static double shape(List<Dimensions> frames) {
        return frames.isEmpty() ? USUAL_SHAPE
                : Math.exp(frames.stream().mapToDouble(frame -> Math.log(frame.aspectRatio())).average().orElseThrow());
    }

    /** Every option of the model; what was typed and cannot be is told at its field, and as the model has it here. */
    private static Map<String, String> options(Draft draft, VideoModel model) {
        Map<String, String> options = new TreeMap<>();
        model.options().forEach(option -> options.put(option.name(), Optional.ofNullable(draft.options.get(option.name()))
                .flatMap(option::accept).orElse(option.standard())));
        return options;
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
