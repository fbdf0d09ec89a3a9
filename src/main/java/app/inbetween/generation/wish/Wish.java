package app.inbetween.generation.wish;

import java.util.Map;

import app.inbetween.generation.Settings;

/**
 * What somebody types to have a clip made. Nothing of it needs to be valid.
 *
 * @param seed as it was typed
 * @param options by name, as they were typed; may hold some that are another model's
 */
public record Wish(String title, String prompt, String negativePrompt, String seed, Map<String, String> options) {

    public static Wish of(String title, Settings settings) {
        return new Wish(title, settings.prompt(), settings.negativePrompt(), String.valueOf(settings.seed()),
                settings.options());
    }
}
