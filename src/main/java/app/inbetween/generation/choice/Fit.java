package app.inbetween.generation.choice;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import app.inbetween.media.Crop;
import app.inbetween.media.Dimensions;
import app.inbetween.price.PriceKey;
import app.inbetween.provider.Option;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoModel.Feature;

/** The nearest a model comes to a wish. */
public record Fit(Wish wish, VideoModel model, String resolution, Dimensions size, Duration length) {

    private static final String USUAL_RESOLUTION = "720p";
    /** By which shapes differ that are sold as one: 832 × 480 is called 16:9 too. */
    private static final double ROUNDING = 0.03;
    /** Toggles and words that tell how a model works, and not what is to be seen. */
    private static final Set<String> ITS_OWN_AFFAIR = Set.of("acceleration", "fast", "fix", "safety", "tolerance");

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

    /** Whether a seed that was chosen does anything. */
    public boolean keepsSeed() {
        return !wish.seeded() || model.supports(Feature.SEED);
    }

    /** Whether it is of that shape, or of one between that and the frames', so that no more of them is lost. */
    public boolean isShapedLike(Dimensions other) {
        double apart = apart(size.aspectRatio(), other.aspectRatio());
        return apart <= ROUNDING || kept() >= kept(other) && apart <= apart(wish.shape(), other.aspectRatio());
    }

    /**
     * Whether it does what was chosen of another model, where that shows. Numbers are on that model's own scale, and bind
     * nobody.
     */
    public boolean keepsChoicesOf(VideoModel other) {
        Map<String, String> mine = options();
        return other.options().stream().filter(option -> !(option instanceof Option.Number))
                .filter(option -> !ITS_OWN_AFFAIR.contains(option.name()))
                .allMatch(option -> Optional.ofNullable(wish.options().get(option.name()))
                        .filter(chosen -> !chosen.equals(option.standard()))
                        .map(chosen -> chosen.equals(mine.get(option.name()))).orElse(true));
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
        return kept(size);
    }

    private double kept(Dimensions target) {
        return wish.frames().stream().mapToDouble(frame -> kept(Crop.centred(frame, target))).min().orElse(1);
    }

    private static double apart(double one, double other) {
        return Math.abs(Math.log(one / other));
    }

    private static double kept(Crop crop) {
        return (double) crop.width() * crop.height() / ((double) crop.source().width() * crop.source().height());
    }

    private static String usualResolution(VideoModel model) {
        return model.resolutions().contains(USUAL_RESOLUTION) ? USUAL_RESOLUTION : model.resolutions().get(0);
    }
}
