package app.inbetween.generation.create;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.frame.Frame;
import app.inbetween.generation.Agreements;
import app.inbetween.generation.Ask;
import app.inbetween.generation.AskFirstException;
import app.inbetween.generation.AskedDifferentlyException;
import app.inbetween.generation.Generation;
import app.inbetween.generation.Generations;
import app.inbetween.generation.PriceChangedException;
import app.inbetween.generation.Terms;
import app.inbetween.generation.create.Draft.Side;
import app.inbetween.generation.wish.Demands;
import app.inbetween.generation.wish.Departed;
import app.inbetween.generation.wish.Departures;
import app.inbetween.ledger.InsufficientCreditsException;
import app.inbetween.ledger.LimitExceededException;
import app.inbetween.media.Dimensions;
import app.inbetween.price.Credits;
import app.inbetween.price.NoPriceException;
import app.inbetween.price.Quote;
import app.inbetween.provider.SwitchedOffException;
import app.inbetween.provider.VideoModel.Feature;

/** Turns a draft into a clip that is asked for, or says what stands in the way. */
@ApplicationScoped
class Asking {

    @Inject
    Departures departures;
    @Inject
    Automatic automatic;
    @Inject
    Agreements agreements;
    @Inject
    Generations generations;
    @Inject
    DraftFrames frames;

    /** Either the generation, or remarks that say why there is none. */
    record Answer(Optional<Generation> generation, Remarks remarks) {

        static Answer refused(Remarks why) {
            return new Answer(Optional.empty(), why);
        }
    }

    Answer ask(Draft draft, CreateForm form) {
        Optional<Departed> departed = departures.of(draft.chosen());
        if (departed.isPresent() && !draft.chosen().isEmpty()) {
            return Answer.refused(Remarks.problem(departed.get().chosen(), "Press Generate again if that is all right."));
        }
        Map<Side, Frame> pair = frames.of(draft);
        List<Dimensions> sizes = pair.values().stream().map(Frame::size).toList();
        Automatic.Chosen chosen = automatic.choose(draft, form.picked(), sizes);
        return chosen.model().map(model -> ask(draft, form, pair, Selection.of(draft, model, sizes), chosen.because()))
                .orElseGet(() -> Answer.refused(Remarks.problem("No model can be had at the moment.", "")));
    }

    private Answer ask(Draft draft, CreateForm form, Map<Side, Frame> pair, Selection selection, Optional<String> because) {
        Map<String, String> unmet = unmet(draft, selection);
        if (pair.size() < 2 || !unmet.isEmpty()) {
            return Answer.refused(Remarks.errors(missing(pair), unmet));
        }
        try {
            return new Answer(Optional.of(generations.ask(asked(draft, form, pair, selection, because))), Remarks.none());
        } catch (PriceChangedException e) {
            return Answer.refused(Remarks.problem(e.getMessage(), "Press Generate again if that is all right."));
        } catch (AskFirstException e) {
            return Answer.refused(Remarks.confirm(e.getMessage()));
        } catch (InsufficientCreditsException | LimitExceededException | NoPriceException | AskedDifferentlyException
                | SwitchedOffException e) {
            return Answer.refused(Remarks.problem(e.getMessage(), ""));
        }
    }

    private Map<String, String> unmet(Draft draft, Selection selection) {
        Map<String, String> unmet = new LinkedHashMap<>(automatic.wrong(draft));
        unmet.putAll(Demands.unmet(draft.wish(), selection.model()));
        unmet.putAll(FailoverBox.of(draft, Credits.ZERO).wrong());
        return unmet;
    }

    private Ask asked(Draft draft, CreateForm form, Map<Side, Frame> pair, Selection selection, Optional<String> because) {
        Quote quote = agreements.concluded(draft.owner, selection.priceKey(), selection.duration(), form.shown());
        Frame first = pair.get(Side.FIRST);
        String key = form.key().orElse(draft.idempotencyKey);
        return new Ask(draft.owner, key, titleOf(draft, first), first.id, pair.get(Side.LAST).id,
                selection.settings(draft.prompt, draft.negativePrompt, Demands.seed(draft.seed).orElse(0L)), quote,
                Terms.of(because, FailoverBox.of(draft, quote.total()).ceiling())
                        .seedChosen(draft.seedLocked && selection.model().supports(Feature.SEED)));
    }

    private static Map<Side, String> missing(Map<Side, Frame> pair) {
        Map<Side, String> errors = new EnumMap<>(Side.class);
        List.of(Side.values()).stream().filter(side -> !pair.containsKey(side))
                .forEach(side -> errors.put(side, "Choose the " + side.field + " frame, then press Generate again."));
        return errors;
    }

    /**
     * What the person calls it, or else the first frame's file name without its ending and without saying which frame it is.
     */
    private static String titleOf(Draft draft, Frame first) {
        if (!draft.title.isEmpty()) {
            return draft.title;
        }
        String name = first.name.replaceFirst("\\.[A-Za-z0-9]{2,5}$", "").replaceAll("[-_]+", " ")
                .replaceFirst("(?i)[ (]*(first|last|start|end)( ?frame)?[)]?$", "").strip();
        return name.isEmpty() ? "Untitled" : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
