package app.inbetween.generation;

import java.util.UUID;

/**
 * The right to work on a generation until the lease runs out. Whoever claims it next raises the epoch, and everything written
 * under an older one is dropped.
 */
record Claim(UUID generation, long epoch) {
}
