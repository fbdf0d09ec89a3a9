package app.inbetween.generation.show;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.generation.Amounts;
import app.inbetween.generation.Forecast;
import app.inbetween.generation.Generation;
import app.inbetween.generation.show.GenerationPage.Ending;
import app.inbetween.price.Credits;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoProvider;
import app.inbetween.web.Formats;

/** How a clip that brought no film is told: what happened, what it cost, what to do. */
@ApplicationScoped
class EndingWords {

    @Inject
    ModelCatalog catalog;
    @Inject
    Forecast forecast;

    Ending of(Generation generation) {
        return switch (generation.state) {
            case CANCELLED -> cancelled(generation);
            case UNKNOWN -> unknown(generation);
            case NEEDS_ATTENTION -> needsAttention(generation);
            default -> failed(generation);
        };
    }

    private Ending failed(Generation generation) {
        Reason reason = generation.fault().reason();
        String title = reason.words().replaceFirst("^The provider", provider(generation)).replaceFirst("\\.$", "");
        return new Ending("bad", title, reason.advice(), "You were not charged.", returned(generation, generation.finishedAt),
                "");
    }

    private Ending cancelled(Generation generation) {
        boolean free = generation.charge().equals(Credits.ZERO);
        return new Ending("info", "You cancelled this clip", "The frames and settings are kept: reuse them whenever you like.",
                free ? "You were not charged." : "You were charged " + Amounts.credits(generation.charge()) + ".",
                free ? returned(generation, generation.finishedAt)
                        : provider(generation) + " had begun and bills the whole clip.",
                "");
    }

    private Ending unknown(Generation generation) {
        return new Ending("warn", "We do not know yet how this ended",
                provider(generation) + " stopped answering. Inbetween keeps asking and will not send it a second time. "
                        + "If the video turns up, it is saved here and charged.",
                held(generation, " until " + Formats.exact(forecast.holdEnds(generation)) + "."),
                isFree(generation) ? "" : "After that they come back by themselves.", "");
    }

    private Ending needsAttention(Generation generation) {
        return new Ending("warn", "The video was made, but could not be saved here",
                "Inbetween tries again every hour, and someone who runs this studio can see it.",
                held(generation, " until that is settled."), "", "");
    }

    private static String held(Generation generation, String until) {
        return isFree(generation) ? "It is free, whatever happens." : Amounts.credits(generation.hold()) + " stay held" + until;
    }

    private static boolean isFree(Generation generation) {
        return generation.hold().equals(Credits.ZERO);
    }

    private static String returned(Generation generation, Instant at) {
        return isFree(generation) ? "It was free."
                : Words.creditsWere(generation.hold()) + " held at " + clock(generation.createdAt) + " and returned at "
                        + clock(at) + ".";
    }

    private static String clock(Instant instant) {
        return Formats.clock(instant).substring(0, 5);
    }

    private String provider(Generation generation) {
        return catalog.provider(generation.provider).map(VideoProvider::label).orElse(generation.provider);
    }
}
