package app.inbetween.generation.create;

import java.util.Map;

import app.inbetween.generation.create.CreatePage.Text;
import app.inbetween.generation.create.CreatePage.Words;
import app.inbetween.generation.wish.Demands;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoModel.Feature;

/** The words somebody types, and which of them the model reads. */
final class Wording {

    private Wording() {
    }

    static Words of(Draft draft, VideoModel model, Map<String, String> errors) {
        return new Words(model.supports(Feature.PROMPT), model.supports(Feature.NEGATIVE_PROMPT),
                new Text(draft.prompt, model.texts().promptLimit(), model.texts().promptRequired(),
                        errors.getOrDefault(Demands.PROMPT, "")),
                new Text(draft.negativePrompt, model.texts().negativeLimit(), false,
                        errors.getOrDefault(Demands.NEGATIVE, "")),
                title(draft, errors), note(draft, model));
    }

    /**
     * While the choice is left to the studio.
     *
     * @param one the words of the model it falls on now
     * @param prompt the most characters any model reads, 0 where none reads any; {@code negative} likewise
     */
    static Words ofAny(Draft draft, Words one, int prompt, int negative, Map<String, String> errors) {
        return new Words(prompt > 0, negative > 0,
                new Text(draft.prompt, prompt, one.prompted() && one.prompt().required(),
                        errors.getOrDefault(Demands.PROMPT, "")),
                new Text(draft.negativePrompt, negative, false, errors.getOrDefault(Demands.NEGATIVE, "")), one.title(),
                prompt > 0 ? "" : one.note());
    }

    /** While there is no model at all. */
    static Words withoutModel(Draft draft, Map<String, String> errors) {
        Text none = new Text("", 0, false, "");
        return new Words(false, false, none, none, title(draft, errors), "");
    }

    private static Text title(Draft draft, Map<String, String> errors) {
        return new Text(draft.title, Demands.LONGEST_TITLE, false, errors.getOrDefault(Demands.TITLE, ""));
    }

    private static String note(Draft draft, VideoModel model) {
        boolean reads = model.supports(Feature.PROMPT);
        boolean refuses = model.supports(Feature.NEGATIVE_PROMPT);
        if (reads && refuses) {
            return "";
        }
        String lack = reads ? " takes no negative prompt."
                : refuses ? " takes no prompt." : " goes by the two pictures alone and reads no words.";
        return model.name() + lack + kept(!reads && !draft.prompt.isBlank(), !refuses && !draft.negativePrompt.isBlank());
    }

    private static String kept(boolean prompt, boolean negative) {
        if (prompt && negative) {
            return " Your prompt and your negative prompt are kept for models that read them.";
        }
        return prompt ? " Your prompt is kept for models that read one."
                : negative ? " Your negative prompt is kept for models that read one." : "";
    }
}
