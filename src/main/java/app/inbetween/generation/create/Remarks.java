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
 * @param fields what is wrong with the other fields, by their names
 * @param problem why the clip was not asked for, if it is not about a frame; may be empty
 * @param advice what to do about the problem; may be empty
 * @param confirming whether pressing once more is all that is wanted
 */
record Remarks(Map<Side, UUID> frames, Map<Side, String> errors, Map<String, String> fields, String problem, String advice,
        boolean confirming) {

    static Remarks none() {
        return problem("", "");
    }

    static Remarks frames(Map<Side, UUID> frames, Map<Side, String> errors) {
        return new Remarks(frames, errors, Map.of(), "", "", false);
    }

    static Remarks problem(String problem, String advice) {
        return new Remarks(Map.of(), Map.of(), Map.of(), problem, advice, false);
    }

    static Remarks confirm(String question) {
        return new Remarks(Map.of(), Map.of(), Map.of(), question, "", true);
    }

    /** What is missing in the wells and wrong with the fields; one of them at least. */
    static Remarks errors(Map<Side, String> errors, Map<String, String> fields) {
        Map<Side, String> wells = new EnumMap<>(Side.class);
        wells.putAll(errors);
        if (fields.isEmpty()) {
            return frames(Map.of(), wells);
        }
        boolean single = fields.size() == 1;
        return new Remarks(Map.of(), wells, fields,
                single ? fields.values().iterator().next() : fields.size() + " fields cannot be as they are.",
                single ? "Correct it, then press Generate again." : "Each says why. Correct them, then press Generate again.",
                false);
    }

    boolean isEmpty() {
        return errors.isEmpty() && fields.isEmpty() && problem.isEmpty();
    }

    String error(Side side) {
        return errors.getOrDefault(side, "");
    }
}
