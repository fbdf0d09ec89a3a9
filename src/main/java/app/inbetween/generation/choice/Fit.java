package app.inbetween.generation.choice;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import app.inbetween.media.Crop;
import app.inbetween.media.Dimensions;
import app.inbetween.price.PriceKey;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoModel.Feature;

/** The nearest a model comes to a wish. */
public record Fit(Wish wish, VideoModel model, String resolution, Dimensions size, Duration length) {

    private static final String USUAL_RESOLUTION = "720p";

    public static Fit of(Wish wish, VideoModel model) {
        String resolution = wish.resolution().filter(model.resolutions()::contains).orElseGet(() -> usualResolution(model));
        Duration length = model.durations().stream()
                .min(Comparator.comparingLong(offered -> Math.abs(offered.minus(wish.length()).toMillis()))).orElseThrow();
        return new Fit(wish, model, resolution, model.nearest(resolution, wish.shape()).orElseThrow(), length);
    }

    public PriceKey priceKey() {
        return new PriceKey(model.id(), resolution, model.variant(options()));
    }

    /** Every option of the model: as it was chosen where it takes that, and as the model has it where not. */
    public Map<String, String> options() {
        Map<String, String> options = new TreeMap<>();
        model.options().forEach(option -> options.put(option.name(), Optional.ofNullable(wish.options().get(option.name()))
                .flatMap(option::accept).orElse(option.standard())));
        return options;
    }

    /** Whether it makes that length at that resolution, with the sound that was asked for, and not only something near. */
    public boolean isExact() {
        return isExactLength() && isExactResolution() && isHeard();
    }

    boolean isHeard() {
        return wish.isHeardIn(options());
    }

    /** Whether it reads all that was typed. */
    public boolean readsEverything() {
        return readsPrompt() && readsNegative();
    }

    boolean isExactLength() {
        return length.equals(wish.length());
    }

    boolean isExactResolution() {
        return wish.resolution().filter(wanted -> !wanted.equals(resolution)).isEmpty();
    }

    boolean readsPrompt() {
        return !wish.isPrompted() || model.supports(Feature.PROMPT);
    }

    boolean readsNegative() {
        return !wish.isRefusing() || model.supports(Feature.NEGATIVE_PROMPT);
    }

    boolean keepsSeed() {
        return !wish.seeded() || model.supports(Feature.SEED);
    }

    /** False where it would refuse: nothing is ever cut to fit, nor made up. */
    public boolean takesTheWords() {
        boolean promptFits = !model.supports(Feature.PROMPT) || wish.prompt().length() <= model.texts().promptLimit();
        boolean negativeFits = !model.supports(Feature.NEGATIVE_PROMPT)
                || wish.negativePrompt().length() <= model.texts().negativeLimit();
        return promptFits && negativeFits && (wish.isPrompted() || !model.texts().promptRequired());
    }

    /** Of the frame that loses most, the share that is left after the crop: 1 is all of it. */
    double kept() {
        return wish.frames().stream().mapToDouble(frame -> kept(Crop.centred(frame, size))).min().orElse(1);
    }

    private static double kept(Crop crop) {
        return (double) crop.width() * crop.height() / ((double) crop.source().width() * crop.source().height());
    }

    private static String usualResolution(VideoModel model) {
        return model.resolutions().contains(USUAL_RESOLUTION) ? USUAL_RESOLUTION : model.resolutions().get(0);
    }
}
