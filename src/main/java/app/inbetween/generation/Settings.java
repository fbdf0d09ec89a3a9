package app.inbetween.generation;

import java.time.Duration;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import app.inbetween.media.Dimensions;
import app.inbetween.price.PriceKey;
import app.inbetween.provider.Easing;

/**
 * What was asked of which model.
 *
 * @param model id as in the catalogue, provider first
 * @param resolution the name it is priced by
 * @param width of the film in pixels
 * @param height of the film in pixels
 * @param durationMillis length of the film
 * @param frameRate frames per second
 * @param seed 0 to 2^31 - 1
 */
@Embeddable
public record Settings(String model, String resolution, int width, int height, int durationMillis, int frameRate,
        @Enumerated(EnumType.STRING) Easing easing, String prompt, String negativePrompt, long seed) {

    public static final long SEEDS = 1L << 31;

    public Dimensions size() {
        return new Dimensions(width, height);
    }

    public Duration duration() {
        return Duration.ofMillis(durationMillis);
    }

    /** What its price goes by. */
    public PriceKey priceKey() {
        return PriceKey.of(model, resolution);
    }

    public String provider() {
        return model.substring(0, model.indexOf('/'));
    }
}
