package app.inbetween.statement;

import java.util.UUID;

import app.inbetween.ledger.Entry;

/**
 * A movement in words.
 *
 * @param sentence what happened; the title of the clip may complete it
 * @param detail how it came about, may be empty
 */
public record Line(Movement movement, String when, String sentence, String detail) {

    /** Whether the title of the clip belongs at the end of the sentence. */
    public boolean isCompletedByTitle() {
        return movement.kind() == Entry.Kind.HOLD || movement.kind() == Entry.Kind.CAPTURE;
    }

    /** Whether the title of the clip belongs below the sentence. */
    public boolean isExplainedByTitle() {
        return movement.kind() == Entry.Kind.RELEASE || movement.kind() == Entry.Kind.REFUND;
    }

    public UUID generation() {
        return movement.hold().orElseThrow().generation();
    }

    public String title() {
        return movement.hold().orElseThrow().title();
    }

    public String figure() {
        if (movement.isFree()) {
            return "free";
        }
        return movement.isFromHeld() ? movement.amount() + " from held" : movement.change().signed();
    }

    public boolean isIncoming() {
        return movement.change().isPositive();
    }

    /** Whether what is free to spend stays as it is. */
    public boolean isQuiet() {
        return movement.isFree() || movement.isFromHeld();
    }
}
