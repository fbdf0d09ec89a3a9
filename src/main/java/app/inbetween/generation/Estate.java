package app.inbetween.generation;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import app.inbetween.database.Sql;
import app.inbetween.web.Formats;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** What somebody who leaves has here: clips that wait are called off, and everything may pass to somebody else. */
@ApplicationScoped
public class Estate {

    @Inject
    Generations generations;
    @Inject
    Sql sql;

    /** How many of each there are. */
    public record Contents(int clips, int frames) {

        public boolean isNothing() {
            return clips + frames == 0;
        }

        @Override
        public String toString() {
            return Formats.count(clips, "clip") + " and " + Formats.count(frames, "frame");
        }
    }

    public Contents of(UUID owner) {
        return sql.one("""
                SELECT (SELECT count(*) FROM generation WHERE owner = ?) AS clips, (SELECT count(*) FROM frame WHERE owner = ?)
                  AS frames
                """, row -> new Contents(row.getInt("clips"), row.getInt("frames")), owner, owner);
    }

    /**
     * Calls off what waits for its turn; what has begun goes on. In transactions of its own.
     *
     * @return how many were called off
     */
    public int cancelWaiting(UUID owner) {
        return (int) QuarkusTransaction.requiringNew().call(() -> Generation.unfinishedOf(owner)).stream()
                .filter(clip -> clip.state == State.QUEUED && generations.cancelQueued(clip)).count();
    }

    /**
     * Gives clips and frames to somebody else, those under way too. Credits stay with whoever spent them. A picture the heir
     * has already is not handed over; the clips that were made of it use the heir's.
     */
    @Transactional(MANDATORY)
    public Contents handOver(UUID from, UUID heir) {
        sql.run("DELETE FROM draft WHERE owner = ?", from);
        // In the order in which heartbeats lock them. Whoever ends one of them has done so, or will see the new owner.
        sql.all("SELECT id FROM generation WHERE owner = ? ORDER BY id FOR UPDATE", row -> true, from);
        useFramesOf(heir, from, "first_frame");
        useFramesOf(heir, from, "last_frame");
        int clips = sql.run("""
                UPDATE generation SET owner = ?, idempotency_key = idempotency_key || ' of ' || owner WHERE owner = ?
                """, heir, from);
        sql.run("UPDATE video SET owner = ? WHERE owner = ?", heir, from);
        int frames = sql.run("""
                UPDATE frame SET owner = ? WHERE owner = ?
                  AND NOT EXISTS (SELECT 1 FROM frame same WHERE same.owner = ? AND same.sha256 = frame.sha256)
                """, heir, from, heir);
        return new Contents(clips, frames);
    }

    private void useFramesOf(UUID heir, UUID from, String side) {
        sql.run("UPDATE generation SET " + side + " = same.id FROM frame mine JOIN frame same ON same.sha256 = mine.sha256"
                + " WHERE generation." + side + " = mine.id AND mine.owner = ? AND same.owner = ?", from, heir);
    }
}
