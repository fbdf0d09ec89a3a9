package app.inbetween.generation;

import java.util.UUID;

/**
 * An administrator's decision about a clip that does not get on by itself.
 *
 * @param key made with the form, so that a second click is the same decision
 * @param seen the state it was taken in: in any other one it may be the wrong decision
 */
public record Intervention(UUID key, UUID generation, State seen, UUID actor, String reason) {

    /** What can be decided. */
    public enum Verb {
        /** The film is fetched once more, now. */
        DELIVER,
        /** The film is brought by hand. */
        ATTACH,
        /** The credits come back; nobody waits for the film any longer. */
        RELEASE,
        /** It is sent to its provider once more, at the studio's cost. */
        RETRY,
        /** As released, because the provider lost it. */
        LOSE;

        boolean suits(Generation generation) {
            boolean stuck = generation.state == State.NEEDS_ATTENTION;
            boolean unknown = generation.state == State.UNKNOWN;
            boolean notSaved = generation.state == State.SAVING && generation.attempt.misses > 0;
            return switch (this) {
                case DELIVER -> stuck || notSaved;
                case ATTACH -> stuck || notSaved || unknown;
                case RELEASE, LOSE -> stuck || unknown;
                case RETRY -> (stuck || unknown) && !generation.isCancelRequested();
            };
        }
    }
}
