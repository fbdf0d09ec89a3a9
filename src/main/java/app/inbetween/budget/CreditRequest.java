package app.inbetween.budget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

import app.inbetween.database.Sql;
import app.inbetween.price.Credits;

/**
 * A person asks for credits, and an administrator decides.
 *
 * @param name of the person who asks
 * @param reason why they ask
 * @param neededUntil the last day on which the credits are of use, where they said so
 * @param granted what they were given, where they were
 * @param grantedUntil the last day on which it can be used, where there is one
 * @param answer what the administrator said; may be empty
 * @param decider name of the administrator; empty where nobody has decided
 * @param decidedAt also when it was withdrawn
 */
public record CreditRequest(UUID id, UUID user, String name, Credits amount, String reason, Optional<LocalDate> neededUntil,
        State state, Optional<Credits> granted, Optional<LocalDate> grantedUntil, String answer, String decider,
        Instant createdAt, Optional<Instant> decidedAt) {

    static final String SELECT = """
            SELECT r.*, u.name, coalesce(d.name, '') AS decider
            FROM credit_request r JOIN app_user u ON u.id = r.user_id LEFT JOIN app_user d ON d.id = r.decided_by
            """;

    public enum State {
        OPEN,
        APPROVED,
        DECLINED,
        WITHDRAWN
    }

    static CreditRequest read(ResultSet row) throws SQLException {
        long granted = row.getLong("granted");
        return new CreditRequest(row.getObject("id", UUID.class), row.getObject("user_id", UUID.class), row.getString("name"),
                Credits.ofMillis(row.getLong("amount")), row.getString("reason"), day(row, "needed_until"),
                State.valueOf(row.getString("state")),
                row.getObject("granted") == null ? Optional.empty() : Optional.of(Credits.ofMillis(granted)),
                day(row, "granted_until"), row.getString("answer"), row.getString("decider"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(), Sql.instant(row, "decided_at"));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** What became of it, in words. */
    public String outcome() {
        return switch (state) {
            case OPEN -> "Nobody has decided yet";
            case APPROVED -> decider + " granted " + granted.orElseThrow() + " of " + amount;
            case DECLINED -> decider + " declined";
            case WITHDRAWN -> name + " withdrew it";
        };
    }

    /** As style sheets know it. */
    public String tone() {
        return switch (state) {
            case OPEN -> "accent";
            case APPROVED -> "good";
            case DECLINED -> "bad";
            case WITHDRAWN -> "plain";
        };
    }

    /** As a label: {@code Granted}, {@code Declined}. */
    public String label() {
        return switch (state) {
            case OPEN -> "Open";
            case APPROVED -> "Granted";
            case DECLINED -> "Declined";
            case WITHDRAWN -> "Withdrawn";
        };
    }
}
