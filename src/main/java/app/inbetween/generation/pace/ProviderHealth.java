package app.inbetween.generation.pace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;
import app.inbetween.provider.Failure.Reason;

/** How providers are doing, for pages. */
@ApplicationScoped
public class ProviderHealth {

    private static final String STATE = """
            SELECT n.provider, h.opened_at, h.trouble_since, h.probe_at, h.reason, h.last_error, h.last_error_at,
              l.closed_until, coalesce(g.in_flight, 0) AS in_flight, coalesce(g.waiting, 0) AS waiting
            FROM unnest(?) n(provider)
            LEFT JOIN provider_health h ON h.provider = n.provider
            LEFT JOIN provider_lane l ON l.provider = n.provider AND l.lane = 'SUBMIT' AND l.closed_until > ?
            LEFT JOIN (SELECT provider, count(*) FILTER (WHERE state IN ('SUBMITTING', 'RUNNING')) AS in_flight,
                count(*) FILTER (WHERE state = 'QUEUED') AS waiting
              FROM generation WHERE finished_at IS NULL GROUP BY provider) g ON g.provider = n.provider
            ORDER BY n.provider
            """;

    @Inject
    Sql sql;
    @Inject
    DatabaseTime time;

    /**
     * It is handed nothing.
     *
     * @param since when the trouble began
     * @param until when it is looked at again
     */
    public record Trouble(Instant since, Instant until, Reason reason) {
    }

    /** @param words for administrators only */
    public record LastError(String words, Instant at) {
    }

    /**
     * @param busyUntil until when it asked not to be handed anything; empty where it did not
     * @param inFlight clips it has, or is being handed
     * @param waiting clips that wait for it
     */
    public record Health(String provider, Optional<Trouble> trouble, Optional<Instant> busyUntil, Optional<LastError> lastError,
            int inFlight, int waiting) {

        private static Health read(ResultSet row) throws SQLException {
            Optional<Instant> errorAt = Sql.instant(row, "last_error_at");
            String words = row.getString("last_error");
            return new Health(row.getString("provider"), trouble(row), Sql.instant(row, "closed_until"),
                    errorAt.map(at -> new LastError(words == null ? "" : words, at)), row.getInt("in_flight"),
                    row.getInt("waiting"));
        }

        private static Optional<Trouble> trouble(ResultSet row) throws SQLException {
            return Sql.instant(row, "opened_at").isEmpty() ? Optional.empty()
                    : Optional.of(new Trouble(Sql.instant(row, "trouble_since").orElseThrow(),
                            Sql.instant(row, "probe_at").orElseThrow(), Reason.valueOf(row.getString("reason"))));
        }
    }

    public Health of(String provider) {
        return of(List.of(provider)).get(0);
    }

    /** In the order of their names. */
    public List<Health> of(List<String> providers) {
        return sql.all(STATE, Health::read, providers.toArray(String[]::new), time.now());
    }

    /** Empty while it is handed clips. */
    public Optional<Trouble> trouble(String provider) {
        return sql.first("SELECT * FROM provider_health WHERE provider = ? AND opened_at IS NOT NULL",
                row -> Health.trouble(row).orElseThrow(), provider);
    }
}
