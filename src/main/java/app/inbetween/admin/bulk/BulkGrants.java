package app.inbetween.admin.bulk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;

import app.inbetween.account.CurrentUser;
import app.inbetween.admin.audit.Audit;
import app.inbetween.database.Sql;
import app.inbetween.ledger.Grant;
import app.inbetween.ledger.Ledger;
import app.inbetween.notice.Notices;
import app.inbetween.notice.Tone;
import app.inbetween.price.Credits;
import app.inbetween.web.Slice;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** What was drafted for many at once, given to each of them exactly once. */
@ApplicationScoped
class BulkGrants {

    static final int AT_ONCE = 500;
    private static final int PAGE = 100;
    private static final int RECENT = 10;

    private static final String GRANTS = """
            SELECT b.*, p.people, p.given FROM bulk_grant b CROSS JOIN LATERAL (
              SELECT count(*) AS people, count(given_at) AS given FROM bulk_grant_person WHERE bulk_grant = b.id) p
            """;
    private static final String LINES = """
            SELECT u.id, u.name, coalesce(u.email, '') AS email, a.available, p.given_at, b.amount FROM bulk_grant_person p
            JOIN bulk_grant b ON b.id = p.bulk_grant JOIN app_user u ON u.id = p.user_id
            JOIN credit_account a ON a.user_id = u.id WHERE p.bulk_grant = ?
            """;
    private static final String BY_NAME = " ORDER BY lower(u.name), u.id";

    @Inject
    Ledger ledger;
    @Inject
    Audit audit;
    @Inject
    Notices notices;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;
    @Inject
    Sql sql;

    /** @param free to spend now, with the grant if it was given */
    public record Line(UUID id, String name, String email, Credits free, Credits amount, boolean isGiven) {

        static Line read(java.sql.ResultSet row) throws java.sql.SQLException {
            return new Line(row.getObject("id", UUID.class), row.getString("name"), row.getString("email"),
                    Credits.ofMillis(row.getLong("available")), Credits.ofMillis(row.getLong("amount")),
                    Sql.instant(row, "given_at").isPresent());
        }

        public String href() {
            return "/admin/users/" + id;
        }

        /** The e-mail address, unless the name is the same. */
        public String address() {
            return email.equals(name) ? "" : email;
        }

        public Credits after() {
            return isGiven ? free : free.plus(amount);
        }
    }

    BulkGrant grant(UUID id) {
        return sql.first(GRANTS + " WHERE b.id = ?", BulkGrant::read, id).orElseThrow(NotFoundException::new);
    }

    /** What was given, newest first. */
    List<BulkGrant> recent() {
        return sql.all(GRANTS + " WHERE b.confirmed_at IS NOT NULL ORDER BY b.confirmed_at DESC LIMIT ?", BulkGrant::read,
                RECENT);
    }

    Slice<Line> lines(UUID id, Optional<UUID> after) {
        String rest = after.isPresent()
                ? " AND (lower(u.name), u.id) > (SELECT lower(name), id FROM app_user WHERE id = ?)"
                : "";
        Object[] values = after.isPresent() ? new Object[] { id, after.get() } : new Object[] { id };
        return Slice.of(sql.all(LINES + rest + BY_NAME + " LIMIT " + (PAGE + 1), Line::read, values), PAGE, Line::id);
    }

    /** Needs a transaction. */
    void each(UUID id, Sql.RowSink sink) {
        sql.each(LINES + BY_NAME, sink, id);
    }

    /** Gives what has not been given yet. Each part is a transaction: broken off, it goes on where it was when asked again. */
    void give(UUID id) {
        while (QuarkusTransaction.requiringNew().call(() -> givePart(id, AT_ONCE))) {
            // The next part.
        }
    }

    /** @return whether somebody was given something */
    boolean givePart(UUID id, int size) {
        // Whoever else confirms it waits here.
        sql.first("SELECT 1 FROM bulk_grant WHERE id = ? FOR UPDATE", row -> true, id).orElseThrow(NotFoundException::new);
        BulkGrant grant = grant(id);
        Instant now = clock.instant();
        // In the order in which the ledger locks accounts.
        List<UUID> part = grant.isOver(now) ? List.of() : sql.all("""
                UPDATE bulk_grant_person SET given_at = ? WHERE bulk_grant = ? AND user_id = ANY(ARRAY(
                  SELECT user_id FROM bulk_grant_person WHERE bulk_grant = ? AND given_at IS NULL ORDER BY user_id LIMIT ?))
                RETURNING user_id
                """, row -> row.getObject(1, UUID.class), now, id, id, size);
        if (part.isEmpty()) {
            return false;
        }
        sql.run("UPDATE bulk_grant SET confirmed_at = ? WHERE id = ? AND confirmed_at IS NULL", now, id);
        sql.all("SELECT unnest(?) AS user_id ORDER BY user_id", row -> row.getObject(1, UUID.class),
                (Object) part.toArray(UUID[]::new)).forEach(person -> give(grant, person));
        audit.record("Granted credits to many", Optional.empty(), grant.audience() + ", " + BulkGrant.words(part.size()), "",
                grant.amount() + " credits each", grant.reason());
        return true;
    }

    private void give(BulkGrant grant, UUID person) {
        Grant each = Grant.of(person, grant.amount(), grant.reason(), "bulk:" + grant.id() + ":" + person)
                .by(currentUser.id());
        ledger.grant(grant.expiresAt().map(each::until).orElse(each));
        notices.tell(person, "bulk:" + grant.id(), Tone.GOOD, "You were given " + grant.amount() + " credits", grant.reason(),
                "/credits");
    }
}
