package app.inbetween.generation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Gives up clips that have waited too long for a provider that has trouble: they were never sent, and everything comes back.
 */
@ApplicationScoped
class Stranded {

    private static final String WAITED = "It was not sent, because the provider's trouble did not end";

    /** A clip that was asked for while there was trouble waits as long as any other. */
    static final String TOO_LONG = """
            SELECT g.id, g.epoch, h.reason FROM generation g JOIN provider_health h ON h.provider = g.provider
            WHERE g.state = 'QUEUED' AND h.trouble_since <= ? AND g.created_at <= ? ORDER BY g.created_at LIMIT 100""";

    @Inject
    Sql sql;
    @Inject
    Outcomes outcomes;
    @Inject
    GenerationConfig config;
    @Inject
    Clock clock;

    private record Clip(Claim claim, Reason reason) {

        static Clip read(ResultSet row) throws SQLException {
            return new Clip(new Claim(row.getObject("id", UUID.class), row.getLong("epoch")),
                    Reason.valueOf(row.getString("reason")));
        }
    }

    @Scheduled(every = "{inbetween.generation.rescue-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void giveUp() {
        Instant since = clock.instant().minus(config.strandedFor());
        sql.all(TOO_LONG, Clip::read, since, since).forEach(this::giveUp);
    }

    private void giveUp(Clip clip) {
        try {
            outcomes.failed(clip.claim, new Failure(clip.reason, Billing.NOT_BILLED, WAITED));
        } catch (ReplacedException e) {
            Log.infof("Generation %s was sent at the last moment", clip.claim.generation());
        } catch (Exception e) {
            Log.errorf(e, "Generation %s could not be given up, and is looked at again", clip.claim.generation());
        }
    }
}
