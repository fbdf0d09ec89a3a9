package app.inbetween.generation.pace;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import app.inbetween.database.Sql;
import app.inbetween.provider.RateLimit;
import app.inbetween.provider.VideoProvider;

/** How many calls each provider may get now, and whether it asked to be left alone. */
@ApplicationScoped
public class Lanes {

    /** For a provider that says it has no room, and not for how long. */
    static final Backoff UNNAMED = new Backoff(Duration.ofSeconds(4), Duration.ofMinutes(5));

    private static final String UNLOCKED = "SELECT * FROM provider_lane WHERE lane = ? AND provider = ANY(?)";
    private static final String LOCKED = """
            SELECT * FROM provider_lane WHERE lane = ? AND provider = ANY(?) ORDER BY provider FOR UPDATE
            """;

    /** Whose last call on a lane was in vain, as far as this node has seen: only there is a good one worth writing down. */
    private final Set<String> shaky = ConcurrentHashMap.newKeySet();

    @Inject
    Sql sql;
    @Inject
    DatabaseTime time;

    private record Row(Bucket bucket, Instant closedUntil, int failures, int refusals) {

        static final Row FRESH = new Row(new Bucket(List.of()), Instant.MIN, 0, 0);

        static Row read(ResultSet row) throws SQLException {
            Timestamp[] at = (Timestamp[]) row.getArray("taken_at").getArray();
            Integer[] tokens = (Integer[]) row.getArray("taken").getArray();
            List<Bucket.Take> out = new ArrayList<>();
            for (int i = 0; i < at.length; i++) {
                out.add(new Bucket.Take(at[i].toInstant(), tokens[i]));
            }
            return new Row(new Bucket(out), Sql.instant(row, "closed_until").orElse(Instant.MIN), row.getInt("failures"),
                    row.getInt("refusals"));
        }
    }

    /**
     * How many calls each may get now. Where there is a limit, nobody else learns or takes anything before the transaction
     * ends.
     */
    @Transactional(MANDATORY)
    public Map<String, Integer> room(Collection<VideoProvider> providers, Lane lane) {
        String[] limited = providers.stream().filter(provider -> limit(provider, lane) != null).map(VideoProvider::name)
                .toArray(String[]::new);
        String[] free = providers.stream().filter(provider -> limit(provider, lane) == null).map(VideoProvider::name)
                .toArray(String[]::new);
        Map<String, Row> rows = new HashMap<>(read(UNLOCKED, lane, free));
        if (limited.length > 0) {
            sql.run("INSERT INTO provider_lane (provider, lane) SELECT unnest(?), ? ON CONFLICT DO NOTHING", limited, lane);
            rows.putAll(read(LOCKED, lane, limited));
        }
        // Read under the locks: whoever waited for them must not date what it takes before that.
        Instant now = rows.isEmpty() ? Instant.MIN : time.now();
        Map<String, Integer> room = new HashMap<>();
        providers.forEach(provider -> room.put(provider.name(),
                room(provider, lane, rows.getOrDefault(provider.name(), Row.FRESH), now)));
        return room;
    }

    /** Takes what {@link #room} has told of, in the same transaction. */
    @Transactional(MANDATORY)
    public void take(VideoProvider provider, Lane lane, int calls) {
        RateLimit limit = limit(provider, lane);
        if (limit == null || calls == 0) {
            return;
        }
        Bucket bucket = read(LOCKED, lane, provider.name()).get(provider.name()).bucket().take(calls, limit, time.now());
        sql.run("UPDATE provider_lane SET taken_at = ?, taken = ? WHERE provider = ? AND lane = ?",
                bucket.out().stream().map(Bucket.Take::at).toArray(Instant[]::new),
                bucket.out().stream().map(Bucket.Take::tokens).toArray(Integer[]::new), provider.name(), lane);
    }

    /** One call, if it may be made now. */
    @Transactional
    public boolean takeOne(VideoProvider provider, Lane lane) {
        boolean allowed = room(List.of(provider), lane).get(provider.name()) > 0;
        take(provider, lane, allowed ? 1 : 0);
        return allowed;
    }

    /**
     * Nobody calls it on that lane for a while.
     *
     * @param named how long the provider asked to be left alone; zero where it named no time
     * @return how long it is left alone for that
     */
    @Transactional
    public Duration close(String provider, Lane lane, Duration named) {
        shaky.add(key(provider, lane));
        Instant now = time.now();
        int before = sql
                .first("SELECT refusals FROM provider_lane WHERE provider = ? AND lane = ?", row -> row.getInt(1), provider,
                        lane)
                .orElse(0);
        Duration pause = named.isZero() ? UNNAMED.pause(before) : named;
        // Several that were under way together are refused together: that counts once.
        sql.run("""
                INSERT INTO provider_lane AS l (provider, lane, closed_until, refusals) VALUES (?, ?, ?, 1)
                ON CONFLICT (provider, lane) DO UPDATE SET
                  closed_until = greatest(l.closed_until, excluded.closed_until),
                  refusals = l.refusals + CASE WHEN l.closed_until > ? THEN 0 ELSE 1 END
                """,
                provider, lane, now.plus(pause), now);
        return pause;
    }

    /** How long those that are left alone on that lane still are. */
    @Transactional
    public Map<String, Duration> closed(Lane lane) {
        Instant now = time.now();
        Map<String, Duration> closed = new HashMap<>();
        sql.all("SELECT provider, closed_until FROM provider_lane WHERE lane = ? AND closed_until > ?",
                row -> closed.put(row.getString("provider"),
                        Duration.between(now, Sql.instant(row, "closed_until").orElseThrow())),
                lane, now);
        return closed;
    }

    /** Returns how many calls in a row have failed, no longer ago than the window. */
    @Transactional
    int failed(String provider, Lane lane, Duration window) {
        shaky.add(key(provider, lane));
        Instant now = time.now();
        Instant begin = now.minus(window);
        return sql.one("""
                INSERT INTO provider_lane AS l (provider, lane, failures, failing_since) VALUES (?, ?, 1, ?)
                ON CONFLICT (provider, lane) DO UPDATE SET
                  failures = CASE WHEN l.failing_since > ? THEN l.failures + 1 ELSE 1 END,
                  failing_since = CASE WHEN l.failing_since > ? THEN l.failing_since ELSE excluded.failing_since END
                RETURNING failures
                """, row -> row.getInt(1), provider, lane, now, begin, begin);
    }

    /** Returns whether it had not worked before. */
    @Transactional
    boolean worked(String provider, Lane lane) {
        return shaky.remove(key(provider, lane)) && sql.run("""
                UPDATE provider_lane SET failures = 0, failing_since = NULL, refusals = 0
                WHERE provider = ? AND lane = ? AND failures + refusals > 0
                """, provider, lane) > 0;
    }

    /** One more failure, and it is as bad as before. */
    @Transactional
    void onProbation(String provider, int failures) {
        shaky.add(key(provider, Lane.SUBMIT));
        sql.run("""
                INSERT INTO provider_lane (provider, lane, failures, failing_since) VALUES (?, ?, ?, ?)
                ON CONFLICT (provider, lane) DO UPDATE SET failures = excluded.failures, failing_since = excluded.failing_since
                """, provider, Lane.SUBMIT, failures, time.now());
    }

    private int room(VideoProvider provider, Lane lane, Row row, Instant now) {
        if (row.failures + row.refusals > 0) {
            shaky.add(key(provider.name(), lane));
        }
        RateLimit limit = limit(provider, lane);
        int left = row.closedUntil.isAfter(now) ? 0 : limit == null ? Integer.MAX_VALUE : row.bucket.left(limit, now);
        return lane == Lane.SUBMIT && row.failures >= Breaker.FAILURES - 1 ? Math.min(onLastChance(provider), left) : left;
    }

    /** A job is not given to a provider that may well fail before the one before it has come through, on whichever node. */
    private int onLastChance(VideoProvider provider) {
        return sql.first("SELECT 1 FROM generation WHERE provider = ? AND state = 'SUBMITTING' LIMIT 1", row -> 0,
                provider.name()).orElse(1);
    }

    private Map<String, Row> read(String statement, Lane lane, String... providers) {
        Map<String, Row> rows = new HashMap<>();
        sql.all(statement, row -> rows.put(row.getString("provider"), Row.read(row)), lane, providers);
        return rows;
    }

    private static RateLimit limit(VideoProvider provider, Lane lane) {
        return (lane == Lane.SUBMIT ? provider.submitLimit() : provider.queryLimit()).orElse(null);
    }

    private static String key(String provider, Lane lane) {
        return provider + "/" + lane;
    }
}
