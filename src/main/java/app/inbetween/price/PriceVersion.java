package app.inbetween.price;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import app.inbetween.database.Sql;

/**
 * A price as the history keeps it.
 *
 * @param until when the next one took over or will, empty where none has been set and where it was withdrawn
 * @param setBy the name of whoever set it, empty where it shipped with Inbetween
 * @param withdrawal how it was called off before it began
 */
public record PriceVersion(Price price, Optional<Instant> until, Optional<String> setBy, Instant setAt, String note,
        Optional<Withdrawal> withdrawal) {

    public record Withdrawal(String by, Instant at, String reason) {
    }

    /** With the moment at which the next one that was not withdrawn begins, and the names of people. */
    static final String ALL = """
            SELECT p.*, s.name AS set_by, w.withdrawn_at, w.reason AS withdrawn_because, b.name AS withdrawn_by,
              CASE WHEN w.version IS NULL THEN lead(p.valid_from) OVER (
                PARTITION BY p.model, p.resolution, p.variant, w.version IS NULL ORDER BY p.valid_from) END AS valid_until
            FROM price p
            LEFT JOIN price_withdrawal w ON (w.model, w.resolution, w.variant, w.version)
              = (p.model, p.resolution, p.variant, p.version)
            LEFT JOIN app_user s ON s.id = p.created_by LEFT JOIN app_user b ON b.id = w.withdrawn_by
            """;

    static PriceVersion read(ResultSet row) throws SQLException {
        Optional<Instant> withdrawnAt = Sql.instant(row, "withdrawn_at");
        Withdrawal withdrawal = withdrawnAt.isEmpty() ? null
                : new Withdrawal(row.getString("withdrawn_by"), withdrawnAt.get(), row.getString("withdrawn_because"));
        return new PriceVersion(Price.read(row), Sql.instant(row, "valid_until"), Optional.ofNullable(row.getString("set_by")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getString("note"),
                Optional.ofNullable(withdrawal));
    }

    public Rate rate() {
        return price.rate();
    }

    public int number() {
        return price.version();
    }

    public boolean isWithdrawn() {
        return withdrawal.isPresent();
    }

    public boolean isPlannedAt(Instant now) {
        return !isWithdrawn() && price.validFrom().isAfter(now);
    }

    /** In a word or two. */
    public String stateAt(Instant now) {
        if (isWithdrawn()) {
            return "withdrawn";
        }
        if (isPlannedAt(now)) {
            return "planned";
        }
        return isInForceAt(now) ? "in force" : "past";
    }

    public boolean isInForceAt(Instant now) {
        return !isWithdrawn() && !isPlannedAt(now) && until.map(now::isBefore).orElse(true);
    }
}
