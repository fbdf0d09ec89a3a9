package app.inbetween.admin.provider;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;
import app.inbetween.generation.State;
import app.inbetween.provider.Failure.Reason;

/** What providers have to do, and what of it went wrong lately. */
@ApplicationScoped
class Affairs {

    private static final Duration LATELY = Duration.ofDays(7);
    private static final int A_FEW = 3;

    static final String WORK = """
            SELECT provider, count(*) FILTER (WHERE state = 'QUEUED') AS waiting, count(*) FILTER (WHERE state <> 'QUEUED') AS busy
            FROM generation WHERE finished_at IS NULL GROUP BY provider""";

    static final String FAILURES = """
            SELECT id, title, failure_reason, failure_detail, finished_at FROM generation
            WHERE provider = ? AND state = 'FAILED' AND finished_at > ? ORDER BY finished_at DESC LIMIT ?""";

    /** Needs generation_unfinished_by_state. */
    static final String STUCK = """
            SELECT id, title, state, coalesce(CASE state WHEN 'UNKNOWN' THEN unknown_at ELSE saving_at END, created_at) AS since
            FROM generation WHERE provider = ? AND state IN ('UNKNOWN', 'NEEDS_ATTENTION') AND finished_at IS NULL
            ORDER BY since LIMIT ?""";

    @Inject
    Sql sql;
    @Inject
    Clock clock;

    /**
     * @param inFlight clips it has, or whose outcome there is not known yet
     * @param waiting clips that will be sent to it
     */
    public record Work(int inFlight, int waiting) {

        static final Work NONE = new Work(0, 0);

        boolean isNone() {
            return inFlight + waiting == 0;
        }
    }

    /** @param detail its own words; may be empty */
    public record Failed(UUID job, String title, Reason reason, String detail, Instant at) {
    }

    /** A clip that does not get on by itself, and since when. */
    public record Stuck(UUID job, String title, State state, Instant since) {

        public String words() {
            return state == State.UNKNOWN ? "Outcome unknown" : "Needs attention";
        }
    }

    /** By the provider's name; those with nothing to do are missing. */
    Map<String, Work> work() {
        Map<String, Work> work = new HashMap<>();
        sql.all(WORK, row -> work.put(row.getString("provider"), new Work(row.getInt("busy"), row.getInt("waiting"))));
        return work;
    }

    /** The newest first. */
    List<Failed> failures(String provider) {
        return sql.all(FAILURES, Affairs::read, provider, clock.instant().minus(LATELY), A_FEW);
    }

    /** The oldest first. */
    List<Stuck> stuck(String provider) {
        return sql.all(STUCK, row -> new Stuck(row.getObject("id", UUID.class), row.getString("title"),
                State.valueOf(row.getString("state")), Sql.instant(row, "since").orElseThrow()), provider,
                A_FEW);
    }

    /** Whether it is not too long ago to be told. */
    boolean isLately(Instant then) {
        return then.isAfter(clock.instant().minus(LATELY));
    }

    private static Failed read(ResultSet row) throws SQLException {
        return new Failed(row.getObject("id", UUID.class), row.getString("title"),
                Reason.valueOf(row.getString("failure_reason")),
                Optional.ofNullable(row.getString("failure_detail")).orElse(""), Sql.instant(row, "finished_at").orElseThrow());
    }
}
