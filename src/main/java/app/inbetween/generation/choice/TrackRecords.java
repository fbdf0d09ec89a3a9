package app.inbetween.generation.choice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;

/** How models did lately. Looked up again after half a minute: the form asks with every change. */
@ApplicationScoped
class TrackRecords {

    static final int NEWEST = 100;

    /** Needs generation_finished_of_model. */
    static final String OF_MODELS = """
            SELECT asked.model, count(*) AS ended, count(v.id) AS delivered,
              coalesce(avg(greatest(v.last_similarity, 0)) FILTER (WHERE v.last_similarity IS NOT NULL), 0) AS likeness,
              coalesce(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM g.finished_at - g.submitting_at) * 1000
                / g.duration_millis) FILTER (WHERE v.id IS NOT NULL), 0) AS pace
            FROM unnest(?::text[]) AS asked (model)
            CROSS JOIN LATERAL (SELECT id, finished_at, submitting_at, duration_millis FROM generation
              WHERE model = asked.model AND finished_at IS NOT NULL AND (state = 'SUCCEEDED' OR state = 'FAILED'
                AND failure_reason NOT IN ('CONTENT_POLICY', 'INPUT_INVALID', 'INPUT_MEDIA_UNREADABLE', 'GIVEN_UP'))
              ORDER BY finished_at DESC LIMIT ?) g
            LEFT JOIN video v ON v.generation = g.id AND v.fault IS NULL
            GROUP BY asked.model
            """;

    private static final Duration FRESH = Duration.ofSeconds(30);

    @Inject
    Sql sql;
    @Inject
    Clock clock;

    private volatile Seen seen = new Seen(Map.of(), Instant.MIN);

    private record Seen(Map<String, TrackRecord> records, Instant at) {

        boolean isFreshFor(Collection<String> models, Instant now) {
            return at.plus(FRESH).isAfter(now) && !at.isAfter(now) && records.keySet().containsAll(models);
        }
    }

    private record Row(String model, TrackRecord record) {

        static Row read(ResultSet row) throws SQLException {
            return new Row(row.getString("model"), new TrackRecord(row.getInt("ended"), row.getInt("delivered"),
                    row.getDouble("likeness"), Duration.ofMillis(Math.round(row.getDouble("pace") * 1000))));
        }
    }

    /** One for each of the models, the empty one where nothing is known. */
    Map<String, TrackRecord> of(Collection<String> models) {
        Instant now = clock.instant();
        if (!seen.at.equals(Instant.MIN) && seen.isFreshFor(models, now)) {
            return seen.records;
        }
        Map<String, TrackRecord> records = models.stream().distinct()
                .collect(Collectors.toMap(model -> model, model -> TrackRecord.NONE));
        sql.all(OF_MODELS, Row::read, models.toArray(String[]::new), NEWEST)
                .forEach(row -> records.put(row.model, row.record));
        seen = new Seen(records, now);
        return records;
    }

    /** So that the next question is answered by what is so now. */
    void forget() {
        seen = new Seen(Map.of(), Instant.MIN);
    }
}
