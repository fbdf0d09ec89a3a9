package app.inbetween.generation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

/** Clips under way at one provider, and a note of every claim to ask after one: when that was due. */
final class Crowd {

    private final DataSource database;

    Crowd(DataSource database) {
        this.database = database;
    }

    /** All of them due within the next period. */
    void gather(int jobs, int seconds) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            for (String step : GATHERING.formatted(jobs, seconds).split(";;")) {
                statement.execute(step);
            }
        }
    }

    /** When questions about each clip were due, in the order of asking. */
    Map<String, List<Instant>> due() throws SQLException {
        Map<String, List<Instant>> due = new HashMap<>();
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT remote_id, due_at FROM question ORDER BY epoch")) {
            while (rows.next()) {
                due.computeIfAbsent(rows.getString(1), id -> new ArrayList<>())
                        .add(rows.getObject(2, OffsetDateTime.class).toInstant());
            }
        }
        return due;
    }

    private static final String GATHERING = """
            CREATE UNLOGGED TABLE question (remote_id text, epoch bigint, due_at timestamptz);;
            CREATE FUNCTION note_question() RETURNS trigger LANGUAGE plpgsql AS
              $$ BEGIN INSERT INTO question VALUES (NEW.remote_id, NEW.epoch, OLD.due_at); RETURN NULL; END $$;;
            CREATE TRIGGER note_question AFTER UPDATE ON generation FOR EACH ROW WHEN (NEW.epoch > OLD.epoch)
              EXECUTE FUNCTION note_question();;
            INSERT INTO app_user (id, issuer, subject, name) VALUES (gen_random_uuid(), 'bench', 'somebody', 'Somebody');;
            INSERT INTO frame (id, owner, sha256, name, format, width, height, bytes, had_alpha, was_turned, created_at, uploaded_at)
              SELECT gen_random_uuid(), id, repeat('0', 64), 'frame', 'PNG', 1280, 720, 1000, false, false, now(), now()
              FROM app_user;;
            INSERT INTO generation (id, owner, idempotency_key, title, first_frame, last_frame, provider, model, resolution, width,
                height, duration_millis, frame_rate, easing, prompt, negative_prompt, seed, per_second, price_version, held,
                state, due_at, created_at, submitting_at, running_at, sent_at, attempts, attempt_token, remote_id)
              SELECT uuidv7(), f.owner, n::text, 'Shot ' || n, f.id, f.id, 'wavespeed', 'wavespeed/wan-flf2v', '720p', 1280, 720,
                5000, 16, 'LINEAR', '', '', 1, 1000, 1, 5000, 'RUNNING', now() + random() * interval '%2$d seconds', now(),
                now() - interval '30 minutes', now(), now(), 1, 'token-' || n, 'task-' || n
              FROM frame f, generate_series(1, %1$d) n;;
            ANALYZE generation
            """;
}
