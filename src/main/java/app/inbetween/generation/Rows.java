package app.inbetween.generation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

/** Generations as those who work on them want them: under their lock, or many at once. */
final class Rows {

    private Rows() {
    }

    static Optional<Generation> locked(UUID id) {
        return locked("id", id);
    }

    /** As long as the claim is still the newest one. */
    static Optional<Generation> claimedBy(Claim claim) {
        return locked("id = ?1 and epoch = ?2", claim.generation(), claim.epoch());
    }

    /** Under its lock, as long as that attempt is the last one and it is not known how it ended. */
    static Optional<Generation> attempted(String provider, String attemptToken) {
        return locked("attempt.attemptToken = ?1 and provider = ?2 and finishedAt is null", attemptToken, provider);
    }

    static List<Generation> withIds(List<UUID> ids) {
        return Generation.list("id in ?1", ids);
    }

    /** What was asked for before with these clicks; may have others of the same people too. */
    static List<Generation> askedWith(List<Ask> asks) {
        return Generation.list("owner in ?1 and idempotencyKey in ?2", asks.stream().map(Ask::owner).toList(),
                asks.stream().map(Ask::key).toList());
    }

    private static Optional<Generation> locked(String which, Object... values) {
        return Generation.<Generation> find(which, values).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }
}
