package app.inbetween.generation;

import java.time.Duration;
import java.util.Map;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import app.inbetween.media.Dimensions;
import app.inbetween.price.PriceKey;
import app.inbetween.provider.Easing;
import app.inbetween.provider.VideoModel;

/**
 * What was asked of which model.
 *
 * @param model id as in the catalogue, provider first
 * @param resolution the name it is priced by
 * @param variant what it is priced by besides, {@code standard} where no option changes that
 * @param width of the film in pixels
 * @param height of the film in pixels
 * @param durationMillis length of the film
 * @param frameRate frames per second
 * @param seed 0 to 2^31 - 1
 * @param options by name; only those the model has, each as the model writes it
 */
@Embeddable
public record Settings(String model, String resolution, String variant, int width, int height, int durationMillis,
        int frameRate, @Enumerated(EnumType.STRING) Easing easing, String prompt, String negativePrompt, long seed,
        @Convert(converter = OptionsColumn.class) Map<String, String> options) {

    public static final long SEEDS = 1L << 31;

    /** Of a model without options. */
    public Settings(String model, String resolution, int width, int height, int durationMillis, int frameRate, Easing easing,
            String prompt, String negativePrompt, long seed) {
        this(model, resolution, PriceKey.STANDARD, width, height, durationMillis, frameRate, easing, prompt, negativePrompt,
                seed, Map.of());
    }

    public Dimensions size() {
        return new Dimensions(width, height);
    }

    public Duration duration() {
        return Duration.ofMillis(durationMillis);
    }

    /** What its price goes by. */
    public PriceKey priceKey() {
        return new PriceKey(model, resolution, variant);
    }

    /**
     * The same by another model that reads all of it, at its own pixels, with its own options, and that seed where it takes
     * one.
     */
    public Settings drawnBy(VideoModel other, Dimensions size, Map<String, String> itsOptions, long itsSeed) {
        int rate = other.frameRates().contains(frameRate) ? frameRate : other.frameRates().get(0);
        return new Settings(other.id(), resolution, other.variant(itsOptions), size.width(), size.height(), durationMillis,
                rate,
                other.easings().contains(easing) ? easing : Easing.LINEAR, prompt, negativePrompt,
                other.supports(VideoModel.Feature.SEED) ? itsSeed : 0, itsOptions);
    }

    public String provider() {
        return model.substring(0, model.indexOf('/'));
    }
}
