package app.inbetween.generation.show;

import java.util.Optional;

/**
 * Who chose the model, and how a clip hangs together with those tried before and after it. An empty text means there is nothing
 * to say.
 *
 * @param chosenBecause what spoke for the model, where the studio chose it
 * @param before the clip it stands in for
 * @param after the clip that stands in for it
 * @param waiting whether a stand-in is being looked for at this moment
 * @param note why there is no stand-in though one was wanted
 */
public record Lineage(String chosenBecause, Optional<Kin> before, Optional<Kin> after, boolean waiting, String note) {

    /**
     * Another clip of the same line.
     *
     * @param text such as {@code Made by Wan 2.7 because Kling 2.5 failed}
     * @param href its page
     * @param link what leads there
     */
    public record Kin(String text, String href, String link) {
    }

    /** Whether somebody else sees to it, so that there is no use in trying again by hand. */
    public boolean isTakenCareOf() {
        return waiting || after.isPresent();
    }
}
