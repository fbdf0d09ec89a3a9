package app.inbetween.admin.job;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.account.User;
import app.inbetween.admin.job.JobPage.Event;
import app.inbetween.generation.Attempt;
import app.inbetween.generation.Generation;
import app.inbetween.generation.Interventions;
import app.inbetween.generation.Interventions.Made;
import app.inbetween.generation.show.GenerationPage.Fact;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoProvider;
import app.inbetween.web.Formats;

/** Tells what happened to a clip, and what its provider knows of it. */
@ApplicationScoped
class JobStory {

    @Inject
    ModelCatalog catalog;
    @Inject
    Interventions interventions;

    /** Oldest first; of a state that was reached several times, the last time. */
    List<Event> events(Generation clip) {
        List<Event> events = new ArrayList<>();
        add(events, clip.createdAt, "Asked for", "");
        add(events, clip.submittingAt, "Taken from the queue", clip.attempt.attempts > 1 ? "try " + clip.attempt.attempts : "");
        add(events, clip.attempt.sentAt, "Sent to " + name(clip), "");
        add(events, clip.runningAt, "Accepted", "");
        add(events, clip.cancelRequestedAt, "Called off by its owner", "passed on to the provider");
        add(events, clip.unknownAt, "Outcome unknown", "");
        add(events, clip.savingAt, "Drawn, and being saved", "");
        interventions.madeFor(clip.id).forEach(made -> add(events, made.at(), words(made), "“" + made.reason() + "”"));
        add(events, clip.finishedAt, StateWords.of(clip.state),
                clip.fault().reason() == null ? "" : clip.fault().reason().words());
        events.sort(Comparator.comparing(Event::at));
        return events;
    }

    List<Fact> provider(Generation clip) {
        Attempt attempt = clip.attempt;
        List<Fact> facts = new ArrayList<>();
        facts.add(
                Fact.of("Provider", name(clip) + (catalog.provider(clip.provider).isPresent() ? "" : ", not set up any more")));
        facts.add(Fact.of("Tries", String.valueOf(attempt.attempts)));
        facts.add(Fact.of("Last sent", attempt.sentAt == null ? "not sent" : Formats.exact(attempt.sentAt)));
        facts.add(copyable("Its id there", attempt.remoteId, "none known"));
        facts.add(copyable("Where the film is", attempt.resultLocation, "not known"));
        if (attempt.billedMillis != null) {
            facts.add(Fact.of("Length it bills", Formats.words(Duration.ofMillis(attempt.billedMillis))));
        }
        if (!clip.isFinished()) {
            facts.add(Fact.of("Questions without an answer", String.valueOf(attempt.misses)));
            facts.add(Fact.of("Looked at again", Formats.exact(clip.dueAt)));
        }
        if (clip.fault().billing() != null) {
            facts.add(Fact.of("Billed by the provider", billing(clip)));
        }
        return facts;
    }

    private static Fact copyable(String name, String value, String none) {
        return value == null ? Fact.of(name, none) : Fact.copyable(name, value);
    }

    private static String billing(Generation clip) {
        return switch (clip.fault().billing()) {
            case BILLED -> "yes";
            case NOT_BILLED -> "no";
            case UNKNOWN -> "not known";
        };
    }

    private static void add(List<Event> events, Instant at, String name, String note) {
        if (at != null) {
            events.add(new Event(at, name, note));
        }
    }

    private static String words(Made made) {
        String who = User.<User> findByIdOptional(made.actor()).orElseThrow().name;
        return who + switch (made.verb()) {
            case DELIVER -> " had the film fetched again";
            case ATTACH -> " brought the film";
            case RELEASE -> " gave the credits back";
            case RETRY -> " had it sent again";
            case LOSE -> " marked it as lost";
        };
    }

    private String name(Generation clip) {
        return catalog.provider(clip.provider).map(VideoProvider::label).orElse(clip.provider);
    }
}
