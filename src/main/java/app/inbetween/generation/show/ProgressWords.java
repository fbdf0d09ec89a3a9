package app.inbetween.generation.show;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.generation.Amounts;
import app.inbetween.generation.Forecast;
import app.inbetween.generation.Generation;
import app.inbetween.generation.ProviderSpending;
import app.inbetween.generation.State;
import app.inbetween.generation.pace.Breaker;
import app.inbetween.generation.pace.ProviderHealth;
import app.inbetween.generation.show.Progress.Step;
import app.inbetween.price.Credits;
import app.inbetween.provider.CancellationTerms;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoProvider;
import app.inbetween.web.Formats;

/** How a clip in the making is told. */
@ApplicationScoped
public class ProgressWords {

    @Inject
    Forecast forecast;
    @Inject
    ModelCatalog catalog;
    @Inject
    ProviderSpending budgets;
    @Inject
    ProviderHealth health;
    @Inject
    Clock clock;

    /** Why nothing is sent, and when it is tried again. */
    private record Trouble(Reason reason, Instant until) {
    }

    Progress of(Generation generation) {
        Integer done = generation.attempt.framesDone;
        Integer total = generation.attempt.framesTotal;
        return new Progress(headline(generation), note(generation), done == null ? 0 : done, total == null ? 0 : total,
                steps(generation), cancel(generation), cancelNote(generation));
    }

    /** One word for where it stands. */
    public String tab(Generation generation) {
        return switch (generation.state) {
            case QUEUED, SUBMITTING -> "Waiting";
            case SAVING -> "Saving";
            case UNKNOWN -> "Unknown";
            case NEEDS_ATTENTION -> "Not saved yet";
            default -> "Rendering";
        };
    }

    /** Where it stands and how long it still takes, in a few words. */
    public String headline(Generation generation) {
        if (generation.isCancelRequested()) {
            return "Being cancelled";
        }
        if (trouble(generation).isPresent()) {
            return "Waiting: " + provider(generation) + " has trouble";
        }
        if (generation.state == State.QUEUED && budgets.isStopped(generation)) {
            return budgets.isTooDear(generation)
                    ? "Waiting: " + provider(generation) + " may not cost as much as this takes in a day"
                    : "Waiting: today's budget for " + provider(generation) + " is used up";
        }
        if (generation.state == State.QUEUED) {
            Forecast.Place place = forecast.place(generation);
            return "Waiting, place " + place.position() + " of " + place.waiting();
        }
        return generation.state == State.SAVING ? "Being saved here"
                : generation.state == State.UNKNOWN ? "Checking with the provider"
                        : forecast.remaining(generation).map(ProgressWords::ready).orElse("Rendering");
    }

    /** The model by its name; by its id when nobody knows it any more. */
    public String model(Generation generation) {
        return catalog.known(generation.settings.model()).map(VideoModel::name).orElse(generation.settings.model());
    }

    private static String ready(Forecast.Range range) {
        return range.to().isZero() ? "Taking longer than usual" : "Ready in " + range.words();
    }

    /** What it waits for, or how long clips like it take. */
    public String note(Generation generation) {
        Optional<Trouble> trouble = trouble(generation);
        if (trouble.isPresent()) {
            return "Nothing is sent there for now, and nothing of yours is lost. "
                    + (Breaker.isGrave(trouble.get().reason) ? "An administrator has been told. " : "") + "It is tried again "
                    + soon(Duration.between(clock.instant(), trouble.get().until)) + ". You can close this page.";
        }
        if (generation.state == State.QUEUED && budgets.isStopped(generation)) {
            return (budgets.isTooDear(generation) ? "It goes on when an administrator raises it. "
                    : "It goes on tomorrow, or when an administrator raises it. ") + "You can close this page.";
        }
        Optional<Forecast.Range> usually = forecast.usually(generation.settings);
        String basis = usually.map(range -> "Usually " + range.words() + basis(range.clips()))
                .orElse("");
        return basis + "You can close this page.";
    }

    /**
     * Of its provider; or of the clip alone, which was refused for that and waits on while another finds out whether it is
     * over.
     */
    private Optional<Trouble> trouble(Generation generation) {
        if (generation.state != State.QUEUED) {
            return Optional.empty();
        }
        return health.trouble(generation.provider).map(it -> new Trouble(it.reason(), it.until()))
                .or(() -> Optional.of(generation).filter(it -> it.wasRefused() && it.dueAt.isAfter(clock.instant()))
                        .map(it -> new Trouble(it.fault().reason(), it.dueAt)));
    }

    private static String soon(Duration left) {
        return left.toSeconds() < 1 ? "now" : "in " + new Forecast.Range(left, left, 0).words();
    }

    private static String basis(int clips) {
        return clips == 0 ? ". " : ", from this studio's last " + clips + " clips like it. ";
    }

    private List<Step> steps(Generation generation) {
        List<Step> steps = new ArrayList<>();
        int at = switch (generation.state) {
            case QUEUED -> 0;
            case SUBMITTING -> 1;
            case SAVING -> 3;
            default -> 2;
        };
        steps.add(step(0, at, "Waiting", generation.createdAt, waited(generation)));
        steps.add(step(1, at, "Sent to " + provider(generation), generation.submittingAt, ""));
        steps.add(step(2, at, "Rendering", generation.runningAt, counted(generation)));
        steps.add(step(3, at, "Saving here", generation.savingAt, ""));
        steps.add(Step.toCome("Done"));
        return steps;
    }

    private static Step step(int index, int at, String name, Instant begun, String note) {
        if (index > at || begun == null) {
            return Step.toCome(name);
        }
        return index < at ? Step.done(name, begun, note) : Step.now(name, begun, note);
    }

    private static String waited(Generation generation) {
        return generation.submittingAt == null ? ""
                : "For " + Formats
                        .words(Duration.ofSeconds(Duration.between(generation.createdAt, generation.submittingAt).toSeconds()));
    }

    private static String counted(Generation generation) {
        Integer total = generation.attempt.framesTotal;
        return generation.state != State.RUNNING || total == null ? ""
                : generation.attempt.framesDone + " of " + total + " frames";
    }

    private String cancel(Generation generation) {
        boolean possible = !generation.isCancelRequested() && generation.state != State.SAVING
                && (generation.state == State.QUEUED || terms(generation) != CancellationTerms.NOT_POSSIBLE);
        if (!possible) {
            return "";
        }
        if (generation.hold().equals(Credits.ZERO)) {
            return "Cancel";
        }
        return terms(generation) == CancellationTerms.NOTHING && generation.state == State.RUNNING
                ? "Cancel, nothing comes back"
                : "Cancel, " + Amounts.credits(generation.hold()) + (generation.held == 1000 ? " comes back" : " come back");
    }

    private String cancelNote(Generation generation) {
        if (generation.state != State.RUNNING || generation.hold().equals(Credits.ZERO)) {
            return "";
        }
        return switch (terms(generation)) {
            case EVERYTHING -> "";
            case NOTHING -> provider(generation) + " has begun and bills the whole clip.";
            case NOT_POSSIBLE -> provider(generation) + " cannot stop a clip it has begun.";
        };
    }

    private CancellationTerms terms(Generation generation) {
        return catalog.provider(generation.provider).map(VideoProvider::cancellationTerms)
                .orElse(CancellationTerms.NOT_POSSIBLE);
    }

    private String provider(Generation generation) {
        return catalog.provider(generation.provider).map(VideoProvider::label).orElse(generation.provider);
    }
}
