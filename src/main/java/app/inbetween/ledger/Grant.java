package app.inbetween.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import app.inbetween.price.Credits;

/**
 * Credits for a person.
 *
 * @param amount above zero
 * @param reason in words, for the statement
 * @param key names this grant among all grants, so that it is given once
 * @param actor the person who gives, empty when it is a rule
 * @param expiresAt when what is left of it is lost
 * @param allowance the rule it comes of
 */
public record Grant(UUID user, Credits amount, Source source, String reason, String key, Optional<UUID> actor,
        Optional<Instant> expiresAt, Optional<UUID> allowance) {

    public Grant {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("An amount above zero is needed, not " + amount);
        }
    }

    public static Grant of(UUID user, Credits amount, String reason, String key) {
        return new Grant(user, amount, Source.GRANT, reason, key, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Grant from(Source origin) {
        return new Grant(user, amount, origin, reason, key, actor, expiresAt, allowance);
    }

    public Grant by(UUID giver) {
        return new Grant(user, amount, source, reason, key, Optional.of(giver), expiresAt, allowance);
    }

    public Grant until(Instant end) {
        return new Grant(user, amount, source, reason, key, actor, Optional.of(end), allowance);
    }

    public Grant under(UUID rule) {
        return new Grant(user, amount, Source.ALLOWANCE, reason, key, actor, expiresAt, Optional.of(rule));
    }
}
