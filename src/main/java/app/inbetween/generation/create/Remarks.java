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
 */
record Remarks(Map<Side, UUID> frames, Map<Side, String> errors, String problem) {

    static Remarks none() {
        return new Remarks(Map.of(), Map.of(), "");
    }

    static Remarks problem(String problem) {
        return new Remarks(Map.of(), Map.of(), problem);
    }

    static Remarks errors(Map<Side, String> errors) {
        return new Remarks(Map.of(), new EnumMap<>(errors), "");
    }

    boolean isEmpty() {
        return errors.isEmpty() && problem.isEmpty();
    }

    String error(Side side) {
        return errors.getOrDefault(side, "");
    }
}
