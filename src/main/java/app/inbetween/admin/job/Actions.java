package app.inbetween.admin.job;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.admin.job.JobPage.Action;
import app.inbetween.generation.Generation;
import app.inbetween.generation.Intervention.Verb;
import app.inbetween.generation.Interventions;
import app.inbetween.ledger.Hold;
import app.inbetween.ledger.Ledger;
import app.inbetween.price.Credits;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoProvider;

/** Tells what can be decided about a clip, and what each decision leads to. */
@ApplicationScoped
class Actions {

    @Inject
    Interventions interventions;
    @Inject
    Ledger ledger;
    @Inject
    ModelCatalog catalog;

    /** A decision that was not carried out. */
    record Refusal(Verb verb, DecisionForm form, String why) {
    }

    private record Case(String owner, String provider, String credits, Optional<String> bill) {
    }

    List<Action> of(Generation clip, String owner, Optional<Refusal> refusal) {
        String bill = ledger.holdOf(clip.id).flatMap(Hold::cost).map(cost -> ", " + cost).orElse("");
        Case about = new Case(owner, provider(clip), credits(clip.hold()), Optional.of(bill));
        return interventions.possible(clip).stream()
                .map(verb -> action(verb, about, refusal.filter(it -> it.verb == verb))).toList();
    }

    private static Action action(Verb verb, Case about, Optional<Refusal> refusal) {
        return switch (verb) {
            case DELIVER -> action(verb, "delivery", "Try again now", "Inbetween asks " + about.provider
                    + " for the film once more, now, instead of waiting for its next turn.", "Fetch the film now", refusal);
            case ATTACH -> action(verb, "film", "Attach the film", "You have it from " + about.provider
                    + ". It is checked, saved and delivered, and " + about.owner + " is charged " + about.credits + ".",
                    "Deliver this film", refusal);
            case RETRY -> action(verb, "retry", "Send it once more", about.provider
                    + " may bill the studio twice, for what became of the first try and for this one. " + about.owner
                    + " pays once, from the " + about.credits + " held.", "Send it again at our cost", refusal);
            case RELEASE -> billed(action(verb, "release", "Give the credits back", about.owner + " gets " + about.credits
                    + " back and the clip ends as failed. If the film turns up later, it is not delivered.",
                    "Give " + about.credits + " back", refusal), about);
            case LOSE -> billed(action(verb, "loss", "Mark it as lost", about.owner + " gets " + about.credits
                    + " back and reads that " + about.provider + " lost the clip.", "Mark as lost", refusal), about);
        };
    }

    private static Action action(Verb verb, String slug, String title, String text, String button,
            Optional<Refusal> refusal) {
        return new Action(verb, slug, title, text, button, Optional.empty(), UUID.randomUUID().toString(),
                refusal.map(it -> it.form.reason()).orElse(""),
                refusal.flatMap(it -> it.form.billing()).map(Enum::name).orElse(""), refusal.map(Refusal::why).orElse(""));
    }

    private static Action billed(Action action, Case about) {
        return new Action(action.verb(), action.slug(), action.title(), action.text(), action.button(), about.bill,
                action.key(), action.typed(), action.billing(), action.error());
    }

    private static String credits(Credits amount) {
        return amount + (amount.equals(Credits.of(1)) ? " credit" : " credits");
    }

    private String provider(Generation clip) {
        return catalog.provider(clip.provider).map(VideoProvider::label).orElse(clip.provider);
    }
}
