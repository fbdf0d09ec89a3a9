package app.inbetween.admin.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.inbetween.admin.job.Job.Kin;
import app.inbetween.generation.Intervention.Verb;
import app.inbetween.generation.State;
import app.inbetween.generation.show.GenerationPage.Fact;
import app.inbetween.price.Credits;

/**
 * What an administrator sees of a clip. An empty text means there is nothing to say.
 *
 * @param lead such as {@code Flow, 5 s at 720p}
 * @param events what happened, oldest first
 * @param failed the clip it stands in for
 * @param standIn what was asked for because it failed
 * @param provider what the provider knows and said
 * @param detail the provider's own words about a failure, as they came
 * @param money hold, charge and cost
 * @param actions what can be done now
 * @param refusal why the last decision was not carried out, where its form is not offered any more
 * @param typed the reason that was given for it
 */
public record JobPage(UUID id, String title, String lead, UUID owner, String person, State state, List<Event> events,
        Optional<Kin> failed, Optional<Kin> standIn, List<Fact> provider, String detail, List<Fact> money,
        List<Movement> movements, List<Action> actions, String refusal, String typed) {

    public String tabTitle() {
        return title + " · Inbetween";
    }

    public String stateWords() {
        return StateWords.of(state);
    }

    public String tone() {
        return StateWords.tone(state);
    }

    /** Why nothing can be done. */
    public String atRest() {
        return state.isFinished() ? "It has ended: there is nothing left to decide."
                : "It gets on by itself: there is nothing to decide.";
    }

    /** Something that happened. */
    public record Event(Instant at, String name, String note) {
    }

    /** An entry of the ledger. */
    public record Movement(Instant at, String words, Credits amount, String reason) {
    }

    /**
     * A decision to take.
     *
     * @param slug the end of its address
     * @param bill what the provider would bill, for those that ask whether it does; empty for the others
     * @param key makes a second click the same decision
     * @param typed what was typed before it was refused
     * @param error why it was refused; empty if it was not
     */
    public record Action(Verb verb, String slug, String title, String text, String button, Optional<String> bill, String key,
            String typed, String billing, String error) {

        public boolean isUpload() {
            return verb == Verb.ATTACH;
        }

        public boolean isRefused() {
            return !error.isEmpty();
        }

        public String tone() {
            return switch (verb) {
                case DELIVER, ATTACH -> " button--primary";
                case RETRY -> "";
                case RELEASE, LOSE -> " button--danger";
            };
        }
    }
}
