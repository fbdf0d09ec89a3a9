package app.inbetween.generation.create;

import java.util.List;
import java.util.Optional;

import app.inbetween.generation.wish.Demands;

/**
 * The models, and what the chosen one lets people choose. An empty text means there is nothing to say.
 *
 * @param departed why another model is chosen than the one that was
 * @param model id of the chosen one
 * @param frameRates one where there is nothing to choose
 * @param easings empty where the model does not know the idea
 * @param priced options that change the price
 * @param seed absent where the model takes none
 * @param note what the model does not take, and what is kept for those that do
 */
public record SettingsPanel(String departed, List<ModelGroup> groups, String model, List<Choice> durations,
        List<Choice> resolutions, List<OptionField> priced, List<Choice> frameRates, List<Choice> easings,
        List<OptionField> options, Optional<Seed> seed, String note) {

    static SettingsPanel empty() {
        return new SettingsPanel("", List.of(), "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                Optional.empty(), "");
    }

    /** While the choice is left to the studio. */
    SettingsPanel unchosen() {
        return new SettingsPanel(departed, groups.stream().map(ModelGroup::unchosen).toList(), model, durations, resolutions,
                priced, frameRates, easings, options, seed, note);
    }

    /** Seen whatever is folded away. */
    public String advanced() {
        String fps = rate() + " fps";
        return seed.filter(Seed::locked).map(locked -> fps + ", seed " + locked.value()).orElse(fps);
    }

    public String rate() {
        return Choice.chosen(frameRates);
    }

    /** Whether something that is folded away has to be seen to. */
    public boolean isWrong() {
        return seed.filter(it -> !it.error().isEmpty()).isPresent()
                || options.stream().anyMatch(option -> !option.error().isEmpty());
    }

    public boolean isPaced() {
        return frameRates.size() > 1;
    }

    /**
     * What one provider offers.
     *
     * @param id the provider's key
     * @param note such as {@code 14 models}
     * @param folding whether there are so many models that only some are shown at once
     * @param named whether there are models of others too
     */
    public record ModelGroup(String id, String label, String note, boolean folding, boolean named, List<ModelChoice> models) {

        public boolean isOpen() {
            return models.stream().anyMatch(ModelChoice::chosen);
        }

        ModelGroup unchosen() {
            return new ModelGroup(id, label, note, folding, named, models.stream().map(ModelChoice::unchosen).toList());
        }
    }

    /**
     * @param price such as {@code 1 credit/s}, {@code 40 credits for 5 s} or {@code free}
     * @param facts such as {@code about 20 s · up to 10 s}
     * @param ends such as {@code Until 14 October 2026, then Wan 2.7}
     * @param unavailable why it cannot be chosen now
     */
    public record ModelChoice(String id, String name, String summary, String price, String facts, List<String> badges,
            String ends, boolean chosen, String unavailable) {

        public String amount() {
            return price.split(" ", 2)[0];
        }

        public String unit() {
            return price.substring(amount().length());
        }

        ModelChoice unchosen() {
            return new ModelChoice(id, name, summary, price, facts, badges, ends, false, unavailable);
        }
    }

    /** @param unavailable why it cannot be chosen now */
    public record Choice(String value, String label, boolean chosen, String unavailable) {

        public static Choice of(String value, String label, boolean chosen) {
            return new Choice(value, label, chosen, "");
        }

        static String chosen(List<Choice> choices) {
            return choices.stream().filter(Choice::chosen).map(Choice::label).findFirst().orElse("");
        }
    }

    /**
     * @param value as it was typed
     * @param locked the same seed again, instead of a new one for every clip
     */
    public record Seed(String value, boolean locked, String error) {
    }

    /** How an option is chosen. */
    public enum Control {
        CHECK,
        SEGMENTS,
        LIST,
        NUMBER
    }

    /**
     * Something of its own the model lets people choose.
     *
     * @param hint what it does, and what it takes
     * @param value as it was typed or chosen
     * @param choices empty where it is not one of several words
     * @param mode the keyboard a telephone shows
     */
    public record OptionField(String name, String label, String hint, Control control, String value, List<Choice> choices,
            String mode, String error) {

        /** The name it is sent by. */
        public String field() {
            return Demands.field(name);
        }

        public boolean isOn() {
            return value.equals("true");
        }

        /** Ids of what a screen reader says after the label; may be empty. */
        public String described() {
            return ((error.isEmpty() ? "" : field() + "-error ") + (hint.isEmpty() ? "" : field() + "-hint")).strip();
        }
    }
}
