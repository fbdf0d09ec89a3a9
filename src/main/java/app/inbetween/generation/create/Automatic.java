package app.inbetween.generation.create;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.generation.choice.Candidate;
import app.inbetween.generation.choice.Candidates;
import app.inbetween.generation.choice.Ranking;
import app.inbetween.generation.choice.Reasons;
import app.inbetween.generation.create.AutomaticCard.Pick;
import app.inbetween.generation.create.CreatePage.Words;
import app.inbetween.generation.wish.Demands;
import app.inbetween.generation.wish.Departures;
import app.inbetween.media.Dimensions;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoModel.Feature;

/** The model of a draft: the one that was chosen, or where that is left to the studio, the one that suits best. */
@ApplicationScoped
class Automatic {

    @Inject
    Candidates candidates;
    @Inject
    Reasons reasons;
    @Inject
    Wallets wallets;
    @Inject
    ModelCatalog catalog;
    @Inject
    Departures departures;

    /**
     * @param model empty when none can be had at all
     * @param because what spoke for it; empty when the person chose it
     */
    record Chosen(Optional<VideoModel> model, Optional<String> because) {
    }

    /**
     * What to draw with.
     *
     * @param shown id of the model the form named, kept as long as it can be had and reads as much of what was typed
     */
    Chosen choose(Draft draft, String shown, List<Dimensions> frames) {
        if (!draft.isAutomatic()) {
            return new Chosen(byHand(draft), Optional.empty());
        }
        Ranking ranking = rank(draft, frames);
        Optional<Candidate> best = ranking.best();
        Optional<Candidate> kept = ranking.of(shown)
                .filter(it -> it.fit().readsEverything() || best.filter(other -> other.fit().readsEverything()).isEmpty());
        Optional<Candidate> chosen = kept.or(() -> best);
        return new Chosen(chosen.map(Candidate::model).or(() -> byHand(draft)), chosen.map(it -> because(it, ranking)));
    }

    AutomaticCard card(Draft draft, List<Dimensions> frames) {
        Ranking ranking = rank(draft, frames);
        return new AutomaticCard(draft.isAutomatic(),
                ranking.best().map(it -> new Pick(it.model().id(), it.name(), because(it, ranking))));
    }

    /** What was typed is read by somebody: there is room for it, whatever model it leads to. */
    Words widen(Draft draft, Words words, Map<String, String> errors) {
        return draft.isAutomatic() ? Wording.ofAny(draft, words, most(Feature.PROMPT), most(Feature.NEGATIVE_PROMPT), errors)
                : words;
    }

    /** What no model reads in full: it must not be left out without a word. */
    Map<String, String> wrong(Draft draft) {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (draft.isAutomatic()) {
            tooLong("A prompt", draft.prompt, most(Feature.PROMPT), Demands.PROMPT, wrong);
            tooLong("A negative prompt", draft.negativePrompt, most(Feature.NEGATIVE_PROMPT), Demands.NEGATIVE, wrong);
        }
        return wrong;
    }

    /** The most characters any model reads; 0 where none reads any. */
    private int most(Feature words) {
        return catalog.models().stream().filter(model -> model.supports(words)).map(VideoModel::texts)
                .mapToInt(texts -> words == Feature.PROMPT ? texts.promptLimit() : texts.negativeLimit()).max().orElse(0);
    }

    private static void tooLong(String what, String text, int limit, String field, Map<String, String> wrong) {
        if (limit > 0 && text.length() > limit) {
            wrong.put(field, "%s may have up to %d characters. This one has %d.".formatted(what, limit, text.length()));
        }
    }

    private Optional<VideoModel> byHand(Draft draft) {
        return departures.modelFor(draft.chosen());
    }

    private Ranking rank(Draft draft, List<Dimensions> frames) {
        return new Ranking(candidates.of(Selection.wish(draft, frames)), wallets.of(draft.owner)::allow);
    }

    private String because(Candidate candidate, Ranking ranking) {
        return reasons.of(candidate, ranking.isAffordable(candidate));
    }
}
