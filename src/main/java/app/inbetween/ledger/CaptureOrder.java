package app.inbetween.ledger;

import java.util.UUID;

import app.inbetween.price.Credits;

/**
 * A wish to spend what was held for a generation.
 *
 * @param amount from nothing to all that is held
 * @param reason why it is less than was held, in words; may be empty
 */
public record CaptureOrder(UUID generation, Credits amount, String reason) {
}
