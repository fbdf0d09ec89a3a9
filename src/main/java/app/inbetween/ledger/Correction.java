package app.inbetween.ledger;

import java.util.Optional;
import java.util.UUID;

import app.inbetween.price.Credits;

/**
 * Why and by whom something is set right.
 *
 * @param amount above zero
 * @param reason in words, for the statement, such as "last frame missed"
 * @param key names this correction among all of its kind, so that it is made once
 * @param actor the person who does it, empty when Inbetween does
 * @param original the entry it corrects; a refund finds its capture itself
 */
public record Correction(Credits amount, String reason, String key, Optional<UUID> actor, Optional<UUID> original) {

    public Correction {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("An amount above zero is needed, not " + amount);
        }
    }

    public static Correction of(Credits amount, String reason, String key) {
        return new Correction(amount, reason, key, Optional.empty(), Optional.empty());
    }

    public Correction by(UUID person) {
        return new Correction(amount, reason, key, Optional.of(person), original);
    }

    public Correction of(UUID entry) {
        return new Correction(amount, reason, key, actor, Optional.of(entry));
    }
}
