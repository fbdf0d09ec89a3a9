package app.inbetween.generation;

import java.util.UUID;

import app.inbetween.price.Quote;

/**
 * What a person asks for.
 *
 * @param key made once per form; the same key is the same generation
 * @param title what the person calls the clip, never empty
 * @param quote the price the person was shown
 */
public record Ask(UUID owner, String key, String title, UUID firstFrame, UUID lastFrame, Settings settings, Quote quote,
        Terms terms) {

    /** On no terms of its own. */
    public Ask(UUID owner, String key, String title, UUID firstFrame, UUID lastFrame, Settings settings, Quote quote) {
        this(owner, key, title, firstFrame, lastFrame, settings, quote, Terms.plain());
    }

    /** What makes two asks the same one. */
    record Click(UUID owner, String key) {

        static Click of(Generation generation) {
            return new Click(generation.owner, generation.idempotencyKey);
        }
    }

    Click click() {
        return new Click(owner, key);
    }

    /** Whether this is the ask that led to the generation, and not another one under the same key. */
    boolean isThatOf(Generation generation) {
        return generation.firstFrame.equals(firstFrame) && generation.lastFrame.equals(lastFrame)
                && generation.settings.equals(settings) && generation.terms.isLike(terms);
    }
}
