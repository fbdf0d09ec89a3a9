package app.inbetween.generation.choice;

import java.time.Duration;

import app.inbetween.price.Credits;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoModel.Feature;

/**
 * A model that could draw what is wished.
 *
 * @param place in its provider's catalogue, 0 for what the provider names first
 * @param provider as a person reads it
 * @param price of the clip
 */
public record Candidate(Fit fit, int place, String provider, Credits price, TrackRecord record) {

    public VideoModel model() {
        return fit.model();
    }

    /** Such as {@code Wan 2.1 by WaveSpeed}. */
    public String name() {
        return model().name() + " by " + provider;
    }

    /** What it will probably take. */
    Duration time() {
        return record.hasDrawnEnough() ? record.pace().multipliedBy(fit.length().toMillis()).dividedBy(1000)
                : model().typicalTime();
    }

    /** What reads words makes up motion, what takes a seed moves what it is shown, and the rest only blend: 0 to 1. */
    double invention() {
        return model().supports(Feature.PROMPT) ? 1 : model().supports(Feature.SEED) ? 0.5 : 0;
    }
}
