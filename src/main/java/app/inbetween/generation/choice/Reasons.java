package app.inbetween.generation.choice;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.generation.Amounts;
import app.inbetween.generation.Forecast;
import app.inbetween.web.Formats;

/** What speaks for a model, and what against it, in one line. */
@ApplicationScoped
public class Reasons {

    /** What a person does not see missing. */
    private static final double UNSEEN = 0.995;

    @Inject
    Forecast forecast;

    /** Such as {@code fits both frames without a crop, 12 credits, usually 1 to 3 min, 97 of the last 100 came out}. */
    public String of(Candidate candidate, boolean affordable) {
        List<String> reasons = new ArrayList<>();
        words(candidate.fit(), reasons);
        frames(candidate.fit(), reasons);
        nearest(candidate.fit(), reasons);
        reasons.add(Amounts.price(candidate.price()) + (affordable ? "" : ", which is more than you may spend now"));
        forecast.usually(candidate.model().id(), candidate.fit().resolution(), candidate.fit().length())
                .ifPresent(range -> reasons.add("usually " + range.words()));
        history(candidate.record(), reasons);
        return String.join(", ", reasons);
    }

    private static void words(Fit fit, List<String> reasons) {
        if (!fit.readsPrompt()) {
            reasons.add("cannot read your prompt");
        } else if (fit.wish().isPrompted()) {
            reasons.add("reads your prompt");
        }
        if (!fit.readsNegative()) {
            reasons.add("cannot read what to keep out");
        }
        if (!fit.keepsSeed()) {
            reasons.add("takes no seed");
        }
    }

    private static void frames(Fit fit, List<String> reasons) {
        int frames = fit.wish().frames().size();
        if (frames > 0) {
            reasons.add(fit.kept() >= UNSEEN ? "fits " + (frames == 1 ? "the frame" : "both frames") + " without a crop"
                    : "crops " + Math.max(1, Math.round((1 - fit.kept()) * 100)) + " % of " + (frames == 1 ? "the" : "a")
                            + " frame");
        }
    }

    private static void nearest(Fit fit, List<String> reasons) {
        if (!fit.isExactLength()) {
            reasons.add(Formats.words(fit.length()) + " is its nearest to " + Formats.words(fit.wish().length()));
        }
        if (!fit.isHeard()) {
            reasons.add("draws no sound");
        }
        if (!fit.isExactResolution()) {
            reasons.add(fit.resolution() + " instead of " + fit.wish().resolution().orElseThrow());
        }
    }

    private static void history(TrackRecord record, List<String> reasons) {
        if (record.isTelling()) {
            reasons.add(record.delivered() + " of the last " + record.ended() + " came out");
        }
        if (record.hasDrawnEnough()) {
            reasons.add("ends " + Math.round(record.likeness() * 100) + " % like your frame");
        }
    }
}
