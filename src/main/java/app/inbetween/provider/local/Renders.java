package app.inbetween.provider.local;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** The table of renders, which all nodes read. Silence is measured by the database's clock. */
@ApplicationScoped
class Renders {

    private static final String SILENT = "beat_at < now() - :silence * interval '1 millisecond'";

    @Inject
    EntityManager entities;

    /** @param lost whether its node has fallen silent */
    record Row(String state, int framesDone, int framesTotal, String failure, boolean lost) {
    }

    void begin(UUID id, UUID generation, int frames) {
        run("INSERT INTO local_render (id, generation, frames_total) VALUES (:id, :generation, :frames)",
                "id", id, "generation", generation, "frames", frames);
    }

    /** Says that the render goes on, and learns whether it still should. */
    boolean beat(UUID id, int framesDone) {
        List<?> cancelled = QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery("""
                UPDATE local_render SET beat_at = now(), frames_done = least(:done, frames_total)
                WHERE id = :id AND state = 'DRAWING' RETURNING cancel_requested""", Boolean.class)
                .setParameter("id", id).setParameter("done", framesDone).getResultList());
        return cancelled.stream().noneMatch(Boolean.TRUE::equals) && !cancelled.isEmpty();
    }

    void end(UUID id, String state, String failure) {
        run("UPDATE local_render SET state = :state, failure = :failure, frames_done = CASE WHEN :state = 'DONE' THEN frames_total "
                + "ELSE frames_done END WHERE id = :id", "id", id, "state", state, "failure", failure);
    }

    void requestCancellation(UUID id) {
        run("UPDATE local_render SET cancel_requested = true WHERE id = :id", "id", id);
    }

    Optional<Row> find(UUID id, Duration silence) {
        List<Object[]> rows = QuarkusTransaction.requiringNew().call(() -> select(
                "SELECT state, frames_done, frames_total, failure, " + SILENT + " FROM local_render WHERE id = :id",
                "id", id, "silence", silence.toMillis()));
        return rows.stream().findFirst().map(row -> new Row((String) row[0], ((Number) row[1]).intValue(),
                ((Number) row[2]).intValue(), (String) row[3], (Boolean) row[4]));
    }

    void remove(UUID id) {
        run("DELETE FROM local_render WHERE id = :id", "id", id);
    }

    /** A clip whose render is removed by this is simply drawn again. */
    void removeSilentSince(Instant instant) {
        run("DELETE FROM local_render WHERE beat_at < :instant", "instant", instant);
    }

    boolean isKnown(UUID id) {
        return find(id, Duration.ZERO).isPresent();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> select(String sql, Object... parameters) {
        return bind(sql, parameters).getResultList();
    }

    private void run(String sql, Object... parameters) {
        QuarkusTransaction.requiringNew().run(() -> bind(sql, parameters).executeUpdate());
    }

    private jakarta.persistence.Query bind(String sql, Object... parameters) {
        jakarta.persistence.Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i += 2) {
            query.setParameter((String) parameters[i], parameters[i + 1]);
        }
        return query;
    }
}
