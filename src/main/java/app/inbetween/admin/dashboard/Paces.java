package app.inbetween.admin.dashboard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;

/** Measures every model by the newest of its clips. */
@ApplicationScoped
class Paces {

    static final int NEWEST = 200;

    /** The models are found by hopping along the index; counting them would read every clip there is. */
    static final String OF_MODELS = """
            WITH RECURSIVE known (model) AS (
              (SELECT model FROM generation WHERE finished_at IS NOT NULL ORDER BY model LIMIT 1)
              UNION ALL
              SELECT (SELECT g.model FROM generation g WHERE g.finished_at IS NOT NULL AND g.model > known.model
                ORDER BY g.model LIMIT 1)
              FROM known WHERE known.model IS NOT NULL
            )
            SELECT known.model, pace.* FROM known CROSS JOIN LATERAL (
              SELECT count(*) FILTER (WHERE state <> 'CANCELLED') AS ended,
                count(*) FILTER (WHERE state = 'SUCCEEDED') AS succeeded,
                percentile_disc(0.5) WITHIN GROUP (ORDER BY wait) FILTER (WHERE state = 'SUCCEEDED') AS half,
                percentile_disc(0.9) WITHIN GROUP (ORDER BY wait) FILTER (WHERE state = 'SUCCEEDED') AS most
              FROM (
                SELECT state, extract(epoch FROM finished_at - created_at) AS wait FROM generation g
                WHERE g.model = known.model AND g.finished_at IS NOT NULL ORDER BY g.finished_at DESC LIMIT ?) newest) pace
            WHERE known.model IS NOT NULL ORDER BY known.model
            """;

    @Inject
    Sql sql;
    @Inject
    ModelNames names;

    List<Pace> all() {
        return sql.all(OF_MODELS, row -> new Pace(row.getString("model"), names.of(row.getString("model")), row.getInt("ended"),
                row.getInt("succeeded"), seconds(row, "half"), seconds(row, "most")), NEWEST);
    }

    private static Optional<Duration> seconds(ResultSet row, String column) throws SQLException {
        double seconds = row.getDouble(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
