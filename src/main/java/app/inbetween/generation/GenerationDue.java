package app.inbetween.generation;

import java.util.UUID;

/**
 * Something of a generation is worth asking about now: its {@code due_at} was moved to now in the transaction that fires this.
 * The poller is woken once that is committed.
 */
public record GenerationDue(UUID generation) {
}
