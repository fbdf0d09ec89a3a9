package app.inbetween.generation.choice;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import app.inbetween.media.Dimensions;

/**
 * What somebody would like to have drawn, whoever draws it.
 *
 * @param frames sizes of those that are there, at most two
 * @param resolution the name of it, such as {@code 720p}; empty when any will do
 * @param length above zero
 * @param seeded whether the seed was chosen, and not rolled
 * @param options by name, as they were chosen; some may be of other models
 */
public record Wish(List<Dimensions> frames, Optional<String> resolution, Duration length, String prompt, String negativePrompt,
        boolean seeded, Map<String, String> options) {

    private static final double USUAL_SHAPE = 16.0 / 9;
    private static final String SOUND = "audio";

    /** Without options. */
    public Wish(List<Dimensions> frames, Optional<String> resolution, Duration length, String prompt, String negativePrompt,
            boolean seeded) {
        this(frames, resolution, length, prompt, negativePrompt, seeded, Map.of());
    }

    boolean isPrompted() {
        return !prompt.isBlank();
    }

    boolean isRefusing() {
        return !negativePrompt.isBlank();
    }

    /** Whether what these options make has the sound that was asked for. */
    boolean isHeardIn(Map<String, String> chosen) {
        return !"true".equals(options.get(SOUND)) || "true".equals(chosen.get(SOUND));
    }

    /** Halfway between the frames' shapes, so that neither loses much more than the other. */
    double shape() {
        return frames.isEmpty() ? USUAL_SHAPE
                : Math.exp(frames.stream().mapToDouble(frame -> Math.log(frame.aspectRatio())).average().orElseThrow());
    }
}
