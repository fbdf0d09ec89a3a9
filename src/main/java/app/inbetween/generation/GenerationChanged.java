package app.inbetween.generation;

import java.util.UUID;

/** A generation reached another state; fired in the transaction that writes it. */
public record GenerationChanged(UUID generation, UUID owner, State state) {
}
