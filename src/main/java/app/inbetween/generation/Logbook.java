package app.inbetween.generation;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Columns;
import app.inbetween.database.GroupCommit;
import app.inbetween.database.Sql;
import app.inbetween.provider.RemoteStatus.Progress;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Writes down that jobs are still under way and when they are asked after again: many in one statement. */
@ApplicationScoped
class Logbook {

    /** Whoever called a clip off while it was asked after has made it due: that stands. */
    static final String STILL_RUNNING = """
            UPDATE generation g SET misses = n.misses, frames_done = n.done, frames_total = n.total,
              due_at = CASE WHEN g.cancel_requested_at IS NULL OR n.called_off THEN n.due_at ELSE g.due_at END,
              leased_by = NULL, lease_until = NULL
            FROM unnest(?::uuid[], ?::bigint[], ?::timestamptz[], ?::bigint[], ?::bigint[], ?::bigint[],
              ?::boolean[]) n(id, epoch, due_at, misses, done, total, called_off)
            WHERE g.id = n.id AND g.epoch = n.epoch AND g.state = 'RUNNING'
            RETURNING g.id
            """;

    @Inject
    Sql sql;

    private record Entry(Claim claim, Instant askAt, int misses, Integer done, Integer total, boolean calledOff) {
    }

    private final GroupCommit<Entry, Boolean> entries = new GroupCommit<>(this::write, entry -> write(List.of(entry)).get(0));

    /** @throws ReplacedException if somebody else has taken over */
    void progressed(Assignment job, Optional<Progress> progress, Instant askAt) {
        enter(new Entry(job.claim(), askAt, 0, progress.map(Progress::done).orElse(null),
                progress.map(Progress::total).orElse(null), job.generation().isCancelRequested()));
    }

    /**
     * A question got no usable answer.
     *
     * @throws ReplacedException if somebody else has taken over
     */
    void missed(Assignment job, Instant askAt) {
        Attempt seen = job.generation().attempt;
        enter(new Entry(job.claim(), askAt, seen.misses + 1, seen.framesDone, seen.framesTotal,
                job.generation().isCancelRequested()));
    }

    private void enter(Entry entry) {
        if (!entries.submit(entry)) {
            throw new ReplacedException(entry.claim);
        }
    }

    /** Whether each is written down. */
    private List<Boolean> write(List<Entry> group) {
        Object[] columns = Columns.of(group).uuid(entry -> entry.claim.generation()).number(entry -> entry.claim.epoch())
                .moment(Entry::askAt).number(entry -> (long) entry.misses).number(entry -> number(entry.done))
                .number(entry -> number(entry.total)).flag(Entry::calledOff).arrays().toArray();
        Set<UUID> written = QuarkusTransaction.requiringNew()
                .call(() -> new HashSet<>(sql.all(STILL_RUNNING, row -> row.getObject(1, UUID.class), columns)));
        return group.stream().map(entry -> written.contains(entry.claim.generation())).toList();
    }

    private static Long number(Integer frames) {
        return frames == null ? null : frames.longValue();
    }
}
