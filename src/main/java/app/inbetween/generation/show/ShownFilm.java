package app.inbetween.generation.show;

import java.util.List;
import java.util.UUID;

/**
 * A film as the player shows it, and how close it came.
 *
 * @param frames in the file; frames per second are exact
 * @param scores empty until they are measured
 * @param faulty whether it was found not to play
 */
public record ShownFilm(UUID id, int width, int height, int fps, int frames, List<Score> scores, boolean faulty) {

    public boolean isBeingMeasured() {
        return scores.isEmpty() && !faulty;
    }

    public int lastFrame() {
        return frames - 1;
    }

    /** Seconds and frames of the whole, as the player counts them. */
    public String length() {
        return "%02d:%02d".formatted(frames / fps, frames % fps);
    }

    /**
     * How close the film came to a frame.
     *
     * @param side {@code first} or {@code last}
     * @param structure 0 to 100
     */
    public record Score(String side, int structure) {

        public boolean isFirst() {
            return side.equals("first");
        }

        public String verdict() {
            if (structure >= 95) {
                return "Reached";
            }
            return structure >= 80 ? "Close" : "Missed";
        }

        public String tone() {
            if (structure >= 95) {
                return "good";
            }
            return structure >= 80 ? "warn" : "bad";
        }
    }
}
