package app.inbetween.generation.wish;

import java.util.Optional;

import app.inbetween.provider.VideoModel;

/**
 * A model that was chosen and cannot be had now.
 *
 * @param reason such as {@code Wan 2.2 Flash was retired on 14 October 2026}
 * @param replacement what takes its place; empty when there is nothing
 * @param named whether the catalogue itself names it the replacement
 */
public record Departed(String reason, Optional<VideoModel> replacement, boolean named) {

    /** For a form in which the replacement is chosen. */
    public String chosen() {
        return told(" is chosen now.", " replaces it and is chosen now.");
    }

    /** For whoever wanted the same once more. */
    public String told() {
        return told(" can be had instead.", " replaces it.");
    }

    private String told(String otherwise, String replacing) {
        return replacement.map(model -> named ? reason + "; " + model.name() + replacing
                : reason + ". " + model.name() + otherwise).orElse(reason + ".");
    }
}
