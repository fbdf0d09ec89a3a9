package app.inbetween.generation.show;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a clip in the making is.
 *
 * @param headline such as {@code Ready in 1 to 2 min} or {@code Waiting, place 2 of 5}
 * @param note where that comes from
 * @param done frames drawn so far, 0 while nobody tells
 * @param total frames to draw, 0 while nobody tells
 * @param cancel the button's label, such as {@code Cancel, 5 credits come back}; empty when it is too late
 * @param cancelNote why not everything comes back
 */
public record Progress(String headline, String note, int done, int total, List<Step> steps, String cancel,
        String cancelNote) {

    public boolean isCounted() {
        return total > 0;
    }

    /**
     * One state on the way.
     *
     * @param begun when it began, for steps that are over
     * @param since when it began, for the step that is now
     */
    public record Step(String name, Optional<Instant> begun, Optional<Instant> since, String note) {

        public static Step done(String name, Instant begun, String note) {
            return new Step(name, Optional.of(begun), Optional.empty(), note);
        }

        public static Step now(String name, Instant since, String note) {
            return new Step(name, Optional.empty(), Optional.of(since), note);
        }

        public static Step toCome(String name) {
            return new Step(name, Optional.empty(), Optional.empty(), "");
        }

        public String modifier() {
            if (since.isPresent()) {
                return " timeline__step--now";
            }
            return begun.isPresent() ? " timeline__step--done" : "";
        }
    }
}
