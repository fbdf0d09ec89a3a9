package app.inbetween.ledger;

import java.util.UUID;
import java.util.function.Function;

import app.inbetween.price.Credits;

/**
 * A wish to spend what was held for a generation.
 *
 * @param amount of the hold, from nothing to all of it; asked while the account is locked
 * @param reason why it is less than was held, in words; may be empty
 */
public record CaptureOrder(UUID generation, Function<Hold, Credits> amount, String reason) {

    public CaptureOrder(UUID generation, Credits amount, String reason) {
        this(generation, hold -> amount, reason);
    }
}
