package app.inbetween.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

import app.inbetween.database.Sql;
import app.inbetween.price.Credits;

/**
 * Credits that were given together and expire together.
 *
 * @param id also of the entry that made it
 * @param remaining what is neither spent nor held nor expired of it
 * @param allowance it came of
 */
public record Lot(UUID id, UUID user, Source source, Credits amount, Credits remaining, Optional<Instant> expiresAt,
        Optional<UUID> allowance, Instant createdAt) {

    /** What runs out first is used first. */
    static final Comparator<Lot> BY_EXPIRY = Comparator.comparing((Lot lot) -> lot.expiresAt.orElse(Instant.MAX))
            .thenComparing(Lot::createdAt).thenComparing(Lot::id);

    static Lot read(ResultSet row) throws SQLException {
        return new Lot(row.getObject("id", UUID.class), row.getObject("user_id", UUID.class),
                Source.valueOf(row.getString("source")), Credits.ofMillis(row.getLong("amount")),
                Credits.ofMillis(row.getLong("remaining")), Sql.instant(row, "expires_at"),
                Optional.ofNullable(row.getObject("allowance", UUID.class)),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    boolean isExpiredAt(Instant now) {
        return expiresAt.filter(end -> !end.isAfter(now)).isPresent();
    }

    boolean isExhausted() {
        return remaining.equals(Credits.ZERO);
    }

    Lot left(Credits rest) {
        return new Lot(id, user, source, amount, rest, expiresAt, allowance, createdAt);
    }

    Lot until(Instant end) {
        return new Lot(id, user, source, amount, remaining, Optional.of(end), allowance, createdAt);
    }
}
