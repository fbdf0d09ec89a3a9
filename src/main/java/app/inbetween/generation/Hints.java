package app.inbetween.generation;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import app.inbetween.database.Sql;
import io.quarkus.logging.Log;

/**
 * What providers tell of jobs by themselves. Whatever they say, it is only a reason to look: the state is read from the
 * provider.
 * The one thing a hint can prove is that a submission without an answer did arrive, because nobody else was given its token.
 */
@ApplicationScoped
public class Hints {

    @Inject
    Sql sql;
    @Inject
    Clock clock;
    @Inject
    Event<GenerationChanged> changed;
    @Inject
    Questions questions;
    @Inject
    Watch watch;
    @Inject
    Event<GenerationDue> due;
    @Inject
    Event<HeardOf> heardOf;

    /**
     * Takes what a provider has proven to have said. Said again, late, or of a job that is none of ours, it changes nothing.
     *
     * @return the generation that somebody has in hand just now, who may have asked too early: the hint is to be brought again;
     *         empty when it has been dealt with
     */
    @Transactional(MANDATORY)
    public Optional<UUID> heed(String provider, String attemptToken, String remoteId) {
        return Rows.attempted(provider, attemptToken).filter(row -> !heed(row, remoteId)).map(row -> row.id);
    }

    /** @return false if it is too early */
    private boolean heed(Generation row, String remoteId) {
        return switch (row.state) {
            case SUBMITTING -> false;
            case QUEUED, UNKNOWN -> row.attempt.remoteId == null ? arrived(row, remoteId) : look(row, remoteId);
            case RUNNING -> look(row, remoteId);
            default -> true;
        };
    }

    private boolean look(Generation row, String remoteId) {
        if (!remoteId.equals(row.attempt.remoteId)) {
            Log.warnf("A hint for generation %s speaks of another job and is dropped", row.id);
            return true;
        }
        if (row.state == State.QUEUED) {
            return true;
        }
        if (row.leasedBy != null) {
            return false;
        }
        row.takenInHand(clock.instant());
        Optional<Assignment> question = watch.isOn() ? questions.atOnce(row) : Optional.empty();
        question.ifPresentOrElse(job -> heardOf.fire(new HeardOf(job)),
                () -> due.fire(new GenerationDue(row.id)));
        return true;
    }

    /** Also what was proven absent and waits to be sent again: it has not been sent twice yet. */
    private boolean arrived(Generation row, String remoteId) {
        if (row.attempt.sentAt == null || isTaken(row.provider, remoteId)) {
            Log.warnf("A hint for generation %s speaks of a job that cannot be its own and is dropped", row.id);
            return true;
        }
        Log.infof("Generation %s did arrive: its provider told of it", row.id);
        row.takenInHand(clock.instant());
        row.accepted(remoteId, clock.instant(), clock.instant());
        changed.fire(new GenerationChanged(row.id, row.owner, row.state));
        due.fire(new GenerationDue(row.id));
        return true;
    }

    private boolean isTaken(String provider, String remoteId) {
        return sql.first("SELECT 1 FROM generation WHERE remote_id = ? AND provider = ? LIMIT 1", row -> true, remoteId,
                provider).isPresent();
    }
}
