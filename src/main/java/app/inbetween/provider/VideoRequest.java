package app.inbetween.provider;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import app.inbetween.media.Dimensions;

/**
 * Everything a provider needs to know to draw one clip.
 *
 * @param generation the generation it is for; the same over all attempts
 * @param attemptToken random and unique to this attempt, for webhooks and reconciliation
 * @param model id of a model this provider offers
 * @param firstFrame PNG of exactly {@code size}, 8-bit sRGB without alpha
 * @param lastFrame as {@code firstFrame}
 * @param resolution the name it is priced by, one the model offers
 * @param size of the clip, in pixels
 * @param duration of the clip, one the model offers
 * @param frameRate frames per second, one the model offers
 * @param easing one the model offers; LINEAR where it offers none
 * @param prompt may be empty
 * @param negativePrompt may be empty
 * @param seed 0 to 2^31 - 1
 * @param options by name; only those the model has, each a value it takes; what is missing is as the model has it
 * @param webhook where the provider may tell of news; empty where it cannot reach us
 * @param sentAt when this attempt was handed over; empty before that
 */
public record VideoRequest(UUID generation, String attemptToken, String model, Path firstFrame, Path lastFrame,
        String resolution, Dimensions size, Duration duration, int frameRate, Easing easing, String prompt,
        String negativePrompt,
        long seed, Map<String, String> options, Optional<URI> webhook, Optional<Instant> sentAt) {

    /** One that has not been handed over yet. */
    public VideoRequest(UUID generation, String attemptToken, String model, Path firstFrame, Path lastFrame, String resolution,
            Dimensions size, Duration duration, int frameRate, Easing easing, String prompt, String negativePrompt, long seed,
            Map<String, String> options, Optional<URI> webhook) {
        this(generation, attemptToken, model, firstFrame, lastFrame, resolution, size, duration, frameRate, easing, prompt,
                negativePrompt, seed, options, webhook, Optional.empty());
    }

    public VideoRequest sentAt(Instant moment) {
        return new VideoRequest(generation, attemptToken, model, firstFrame, lastFrame, resolution, size, duration, frameRate,
                easing, prompt, negativePrompt, seed, options, webhook, Optional.of(moment));
    }
}
