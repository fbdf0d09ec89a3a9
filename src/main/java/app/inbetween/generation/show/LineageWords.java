package app.inbetween.generation.show;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.generation.Amounts;
import app.inbetween.generation.Generation;
import app.inbetween.generation.State;
import app.inbetween.generation.show.Lineage.Kin;
import app.inbetween.price.Credits;
import app.inbetween.provider.Billing;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoProvider;

/** Tells who chose a model, and which model tried what after which. */
@ApplicationScoped
class LineageWords {

    @Inject
    ModelCatalog catalog;

    Lineage of(Generation clip) {
        Optional<Generation> before = Optional.ofNullable(clip.terms.standsInFor).map(id -> Generation.findById(id));
        boolean failed = clip.state == State.FAILED;
        Optional<Generation> after = failed ? Generation.standInFor(clip.id) : Optional.empty();
        boolean waiting = failed && after.isEmpty() && clip.terms.isFailoverPending();
        return new Lineage(clip.terms.chosenBecause == null ? "" : clip.terms.chosenBecause,
                before.map(it -> before(clip, it)), after.map(it -> after(clip, it)), waiting,
                failed && after.isEmpty() ? note(clip) : "");
    }

    private Kin before(Generation clip, Generation failed) {
        String standIn = model(clip, failed);
        String deed = switch (clip.state) {
            case SUCCEEDED -> "Made by " + standIn + " because ";
            case FAILED, CANCELLED -> standIn + " was asked because ";
            default -> standIn + " draws this because ";
        };
        return new Kin(deed + model(failed, clip) + " failed.", page(failed), "See that try");
    }

    private Kin after(Generation failed, Generation standIn) {
        String who = failed.provider.equals(standIn.provider) ? model(failed, standIn) : provider(failed);
        String what = switch (standIn.state) {
            case SUCCEEDED -> " drew it";
            case FAILED, CANCELLED -> " was asked";
            default -> " draws it now";
        };
        String link = switch (standIn.state) {
            case SUCCEEDED -> "Watch the video";
            case FAILED, CANCELLED -> "See what became of it";
            default -> "Follow it";
        };
        return new Kin(who + " failed, so " + model(standIn, failed) + what + ".", page(standIn), link);
    }

    private String note(Generation clip) {
        String ceiling = Amounts.credits(clip.terms.ceiling().orElse(Credits.ZERO));
        return switch (clip.terms.failover) {
            case UNWANTED, STOOD_IN -> "";
            case WANTED -> "Another model is being looked for.";
            case UNSUITABLE -> clip.fault().billing() == Billing.NOT_BILLED
                    ? "No other model was asked: after such an ending it would be no use, or not wanted."
                    : "No other model was asked, because this try may have been billed.";
            case LAST_IN_LINE -> "No further model was asked: this was the third try.";
            case NOTHING_FITS -> "No other model can draw the same for " + ceiling + " or less.";
            case ASK_FIRST -> "Another model could draw it, at a price you want to be asked about.";
            case NO_CREDITS -> "Another model could draw it, but your credits were too few.";
            case NOT_ALLOWED -> "Another model could draw it, but it would have gone beyond what you may spend.";
            case WITHDRAWN -> "No other model was asked, because the clip changed hands.";
        };
    }

    /** With its provider where the other one has the same name. */
    private String model(Generation clip, Generation other) {
        String name = name(clip);
        return name.equals(name(other)) ? name + " by " + provider(clip) : name;
    }

    private String name(Generation clip) {
        return catalog.known(clip.settings.model()).map(VideoModel::name).orElse(clip.settings.model());
    }

    private String provider(Generation clip) {
        return catalog.provider(clip.provider).map(VideoProvider::label).orElse(clip.provider);
    }

    private static String page(Generation clip) {
        return "/generations/" + clip.id;
    }
}
