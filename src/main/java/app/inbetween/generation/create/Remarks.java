package app.inbetween.generation.create;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

import app.inbetween.generation.create.Draft.Side;

/**
 * What came of the frames and wishes just sent.
 *
 * @param frames what each well holds now
 * @param errors why a file was not taken, or what is missing, at the well it concerns
 * @param problem why the clip was not asked for, if it is not about a frame; may be empty
 * @param advice what to do about the problem; may be empty
 * @param confirming whether pressing once more is all that is wanted
 */
record Remarks(Map<Side, UUID> frames, Map<Side, String> errors, String problem, String advice, boolean confirming) {

    static Remarks none() {
        return problem("", "");
    }

    static Remarks frames(Map<Side, UUID> frames, Map<Side, String> errors) {
        return new Remarks(frames, errors, "", "", false);
    }

    static Remarks problem(String problem, String advice) {
        return new Remarks(Map.of(), Map.of(), problem, advice, false);
    }

    static Remarks confirm(String question) {
        return new Remarks(Map.of(), Map.of(), question, "", true);
    }

    static Remarks errors(Map<Side, String> errors) {
        return frames(Map.of(), new EnumMap<>(errors));
    }

    boolean isEmpty() {
        return errors.isEmpty() && problem.isEmpty();
    }

    String error(Side side) {
        return errors.getOrDefault(side, "");
    }
}
