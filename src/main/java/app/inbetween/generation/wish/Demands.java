package app.inbetween.generation.wish;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import app.inbetween.generation.Settings;
import app.inbetween.provider.Easing;
import app.inbetween.provider.Option;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoModel.Feature;

/**
 * What a model demands of a wish: the form, the retry of a clip and its sending go by the same. Everything it answers is a
 * sentence
 * for each field something is the matter with, in the order of the form.
 */
public final class Demands {

    public static final String PROMPT = "prompt";
    public static final String NEGATIVE = "negative";
    public static final String TITLE = "title";
    public static final String SEED = "seed";
    public static final int LONGEST_TITLE = 120;

    private static final String OPTION = "option-";

    private Demands() {
    }

    /** The form's field for an option. */
    public static String field(String option) {
        return OPTION + option;
    }

    /** What was typed and cannot be. */
    public static Map<String, String> wrong(Wish wish, VideoModel model) {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (model.supports(Feature.PROMPT)) {
            tooLong("A prompt for " + model.name(), wish.prompt(), model.texts().promptLimit(), PROMPT, wrong);
        }
        if (model.supports(Feature.NEGATIVE_PROMPT)) {
            tooLong("A negative prompt for " + model.name(), wish.negativePrompt(), model.texts().negativeLimit(), NEGATIVE,
                    wrong);
        }
        tooLong("A name", wish.title(), LONGEST_TITLE, TITLE, wrong);
        model.options().forEach(option -> check(option, wish.options().get(option.name()), wrong));
        if (model.supports(Feature.SEED) && seed(wish.seed()).isEmpty()) {
            wrong.put(SEED, "Seed takes a whole number from 0 to " + (Settings.SEEDS - 1) + ".");
        }
        return wrong;
    }

    /** What has to be said before anything can be asked for. */
    public static Map<String, String> missing(Wish wish, VideoModel model) {
        boolean speechless = model.supports(Feature.PROMPT) && model.texts().promptRequired() && wish.prompt().isBlank();
        return speechless ? Map.of(PROMPT, model.name() + " needs a prompt. Say what happens between the frames.") : Map.of();
    }

    /** Both of them: nothing is asked for before this is empty. */
    public static Map<String, String> unmet(Wish wish, VideoModel model) {
        Map<String, String> unmet = new LinkedHashMap<>(missing(wish, model));
        unmet.putAll(wrong(wish, model));
        return unmet;
    }

    /** Why an earlier clip cannot be asked for again just as it was. */
    public static Optional<String> unmet(String title, Settings earlier, VideoModel model) {
        return unmet(Wish.of(title, earlier), model).values().stream().findFirst().or(() -> offered(earlier, model));
    }

    /** Why a model as it is today cannot make what was asked of it before. */
    public static Optional<String> unmet(Settings earlier, VideoModel model) {
        return unmet("", earlier, model);
    }

    /** The number that was typed; empty where it is none, or out of range. */
    public static Optional<Long> seed(String text) {
        try {
            return Optional.of(Long.parseLong(text.strip())).filter(seed -> seed >= 0 && seed < Settings.SEEDS);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void tooLong(String what, String text, int limit, String field, Map<String, String> wrong) {
        if (text.length() > limit) {
            wrong.put(field, "%s may have up to %d characters. This one has %d.".formatted(what, limit, text.length()));
        }
    }

    private static void check(Option option, String typed, Map<String, String> wrong) {
        if (typed != null && option.accept(typed).isEmpty()) {
            wrong.put(field(option.name()), option.label() + " takes " + option.range() + (isSplit(option, typed)
                    ? ", in whole numbers."
                    : "."));
        }
    }

    /** A number that is wrong for being a fraction. */
    private static boolean isSplit(Option option, String typed) {
        return option instanceof Option.Number number && number.whole() && typed.strip().matches("-?\\d+\\.\\d+");
    }

    private static Optional<String> offered(Settings chosen, VideoModel model) {
        boolean odd = chosen.options().keySet().stream()
                .anyMatch(name -> model.options().stream().noneMatch(option -> option.name().equals(name)));
        boolean offered = model.durations().contains(chosen.duration())
                && model.formats().contains(new VideoModel.Format(chosen.resolution(), chosen.size()))
                && model.variant(chosen.options()).equals(chosen.variant())
                && model.frameRates().contains(chosen.frameRate())
                && (model.easings().isEmpty() ? chosen.easing() == Easing.LINEAR : model.easings().contains(chosen.easing()));
        return offered && !odd ? Optional.empty()
                : Optional.of(model.name() + " no longer makes a clip of exactly these settings.");
    }
}
