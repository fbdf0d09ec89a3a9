package app.inbetween.hook;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.id.uuid.UuidVersion7Strategy;

import app.inbetween.database.Sql;
import app.inbetween.generation.Hints;
import app.inbetween.provider.Webhooks.Hint;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** What came, each piece of news once, until it has been passed on. */
@ApplicationScoped
class Inbox {

    private static final int AT_ONCE = 500;

    @Inject
    Sql sql;
    @Inject
    Hints hints;
    @Inject
    Clock clock;

    private record Hook(String provider, String attemptToken, String remoteId) {
    }

    /** @return under which id it is kept; empty if the same news came before */
    Optional<UUID> take(String provider, String attemptToken, Hint hint, int bodyBytes) {
        return sql.first("""
                INSERT INTO hook (id, provider, hint_id, attempt_token, remote_id, body_bytes, received_at)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id""", row -> row.getObject("id", UUID.class),
                UuidVersion7Strategy.INSTANCE.generateUuid(null), provider, hint.id(), attemptToken, hint.remoteId(),
                bodyBytes, clock.instant());
    }

    /** Oldest first, and not all at once after a long pause. */
    List<UUID> unprocessed() {
        return sql.all("SELECT id FROM hook WHERE processed_at IS NULL ORDER BY received_at LIMIT " + AT_ONCE,
                row -> row.getObject("id", UUID.class));
    }

    List<UUID> waitingFor(UUID generation) {
        return sql.all("SELECT id FROM hook WHERE waits_for = ? AND processed_at IS NULL ORDER BY received_at",
                row -> row.getObject("id", UUID.class), generation);
    }

    /** Passes it on, unless that has been done or another node is about to. */
    void process(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> takeOut(id)
                .flatMap(hook -> hints.heed(hook.provider, hook.attemptToken, hook.remoteId))
                .ifPresent(generation -> putBack(id, generation)));
    }

    /** Returns how many were forgotten. */
    int sweep(Instant receivedBefore) {
        return sql.run("DELETE FROM hook WHERE received_at < ?", receivedBefore);
    }

    private Optional<Hook> takeOut(UUID id) {
        return sql.first("""
                UPDATE hook SET processed_at = ? WHERE id = (
                  SELECT id FROM hook WHERE id = ? AND processed_at IS NULL FOR UPDATE SKIP LOCKED)
                RETURNING provider, attempt_token, remote_id""",
                row -> new Hook(row.getString("provider"), row.getString("attempt_token"), row.getString("remote_id")),
                clock.instant(), id);
    }

    private void putBack(UUID id, UUID waitsFor) {
        sql.run("UPDATE hook SET processed_at = NULL, waits_for = ? WHERE id = ?", waitsFor, id);
    }
}
