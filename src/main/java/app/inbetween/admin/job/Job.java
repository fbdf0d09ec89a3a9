package app.inbetween.admin.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import app.inbetween.database.Sql;
import app.inbetween.generation.State;
import app.inbetween.price.Credits;
import app.inbetween.price.Money;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.web.Formats;

/**
 * A line of the list of jobs.
 *
 * @param sent when it was last handed to its provider
 * @param charged empty until it has ended
 * @param cost what the provider bills for it, in dollars
 * @param detail the provider's own words about a failure; may be empty
 * @param failed the clip it stands in for
 * @param standIn what was asked for because it failed
 */
public record Job(UUID id, String title, UUID owner, String person, String model, String resolution, Duration length,
        State state, Instant asked, Optional<Instant> sent, Optional<Instant> finished, Credits held,
        Optional<Credits> charged, Optional<Money> cost, Optional<Reason> failure, String detail, Optional<Kin> failed,
        Optional<Kin> standIn) {

    /**
     * Another try at the same clip.
     *
     * @param model its id, or its name where people read it
     */
    public record Kin(UUID id, String model) {
    }

    static final String COLUMNS = """
            SELECT g.id, g.title, g.owner, u.name AS person, g.model, g.resolution, g.duration_millis, g.state, g.created_at,
              g.submitting_at, g.finished_at, g.held, g.charged, c.dollar_micros, g.failure_reason, g.failure_detail,
              f.id AS failed, f.model AS failed_model, s.id AS stand_in, s.model AS stand_in_model
            FROM generation g JOIN app_user u ON u.id = g.owner LEFT JOIN provider_cost c ON c.generation_id = g.id
              LEFT JOIN generation f ON f.id = g.stands_in_for LEFT JOIN generation s ON s.stands_in_for = g.id
            """;

    static Job read(ResultSet row) throws SQLException {
        return new Job(row.getObject("id", UUID.class), row.getString("title"), row.getObject("owner", UUID.class),
                row.getString("person"), row.getString("model"), row.getString("resolution"),
                Duration.ofMillis(row.getInt("duration_millis")), State.valueOf(row.getString("state")),
                Sql.instant(row, "created_at").orElseThrow(), Sql.instant(row, "submitting_at"),
                Sql.instant(row, "finished_at"), Credits.ofMillis(row.getLong("held")),
                Optional.ofNullable(row.getObject("charged", Long.class)).map(Credits::ofMillis),
                Optional.ofNullable(row.getObject("dollar_micros", Long.class)).map(Money::dollars),
                Optional.ofNullable(row.getString("failure_reason")).map(Reason::valueOf),
                Optional.ofNullable(row.getString("failure_detail")).orElse(""), kin(row, "failed"), kin(row, "stand_in"));
    }

    private static Optional<Kin> kin(ResultSet row, String column) throws SQLException {
        String model = row.getString(column + "_model");
        UUID id = row.getObject(column, UUID.class);
        return Optional.ofNullable(id).map(it -> new Kin(it, model));
    }

    String cursor() {
        return asked + "_" + id;
    }

    public String stateWords() {
        return StateWords.of(state);
    }

    public String tone() {
        return StateWords.tone(state);
    }

    /** Such as {@code 720p, 5 s}. */
    public String shape() {
        return resolution + ", " + Formats.words(length);
    }

    Optional<Duration> waited() {
        return sent.map(at -> Duration.between(asked, at));
    }

    Optional<Duration> took() {
        return sent.flatMap(from -> finished.map(to -> Duration.between(from, to)));
    }

    public String waitedWords() {
        return waited().map(Job::words).orElse("–");
    }

    public String tookWords() {
        return took().map(Job::words).orElse("–");
    }

    public String chargedWords() {
        if (state == State.FAILED) {
            return "0";
        }
        return charged.map(Credits::toString).orElse("–");
    }

    public String costWords() {
        return cost.map(Money::toString).orElse("–");
    }

    public String failureWords() {
        return failure.map(Reason::words).orElse("");
    }

    private static String words(Duration wait) {
        return Formats.words(wait.isNegative() ? Duration.ZERO : Duration.ofSeconds(wait.toSeconds()));
    }
}
