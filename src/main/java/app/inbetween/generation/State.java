package app.inbetween.generation;

import java.util.EnumSet;
import java.util.Set;

/** Where a generation stands. The transitions are drawn in docs/architecture.md. */
public enum State {
    /** Priced and held, waiting for its turn. */
    QUEUED,
    /** Claimed by a node that is handing it to its provider. */
    SUBMITTING,
    /** The provider has it. */
    RUNNING,
    /** The provider may have it; nobody knows yet. Never sent again before that is known. */
    UNKNOWN,
    /** The provider is done; the film is being brought home. */
    SAVING,
    /** Paid for but not delivered: somebody has to look. */
    NEEDS_ATTENTION,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    private static final Set<State> FINISHED = EnumSet.of(SUCCEEDED, FAILED, CANCELLED);

    public boolean isFinished() {
        return FINISHED.contains(this);
    }
}
