package app.inbetween.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import app.inbetween.price.Credits;

/**
 * A movement as it is written down, for ever.
 *
 * @param seq its number within the account
 * @param hold empty for what only gives or takes
 * @param original the entry this one corrects
 * @param after the account as the movement leaves it
 * @param actor the person who did it, empty if Inbetween did
 * @param key no two entries have the same one
 */
public record Entry(UUID id, UUID user, long seq, Kind kind, Optional<UUID> hold, Optional<UUID> original, Credits amount,
        Balance after, Optional<UUID> actor, String reason, String key, Instant at) {

    public enum Kind {
        GRANT,
        TAKE_BACK,
        EXPIRE,
        HOLD,
        CAPTURE,
        RELEASE,
        REFUND
    }
}
