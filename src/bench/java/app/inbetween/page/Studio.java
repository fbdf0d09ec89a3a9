package app.inbetween.page;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.flywaydb.core.Flyway;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A database of a year's work: clips by two hundred people, a tenth of them by the one who looks, five entries for each clip. */
final class Studio {

    static final String VIEWER = "00000000-0000-7000-8000-000000000000";

    private static final int PEOPLE = 200;

    private Studio() {
    }

    /** @param clips at least ten for each person */
    static void fill(EmbeddedPostgres postgres, String database, int clips) throws IOException, SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
        }
        Flyway.configure().dataSource(postgres.getDatabase("postgres", database)).load().migrate();
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            for (String step : SETTING_UP.formatted(PEOPLE, clips).split(";")) {
                statement.execute(step);
            }
        }
    }

    /**
     * Each clip is given 2 credits, holds and spends them, gets 1 back, and that is taken away again. Foreign keys are not
     * checked one by one: the check of the books that follows would find what is amiss.
     */
    private static final String SETTING_UP = """
            SET session_replication_role = replica;
            SET synchronous_commit = off;
            SET maintenance_work_mem = '512MB';
            CREATE FUNCTION someone(n integer) RETURNS uuid LANGUAGE sql IMMUTABLE AS
              'SELECT (''00000000-0000-7000-8000-'' || lpad(to_hex(n), 12, ''0''))::uuid';
            INSERT INTO app_user (id, issuer, subject, name) SELECT someone(n), 'bench', 'person-' || n, 'person-' || n
              FROM generate_series(0, %1$d - 1) n;
            INSERT INTO frame (id, owner, sha256, name, format, width, height, bytes, had_alpha, was_turned, created_at, uploaded_at)
              SELECT someone(1000 + n), someone(n), repeat('0', 64), 'frame', 'PNG', 1280, 720, 1000, false, false, now(), now()
              FROM generate_series(0, %1$d - 1) n;
            CREATE TEMP TABLE clip AS
              SELECT n, CASE WHEN n %% 10 = 0 THEN 0 ELSE n %% (%1$d - 1) + 1 END AS person, uuidv7() AS id, uuidv7() AS hold,
                uuidv7() AS given, uuidv7() AS held, uuidv7() AS spent, uuidv7() AS back, uuidv7() AS gone,
                now() - (%2$d - n) * interval '365 days' / %2$d AS at,
                'model/' || (n / 7) %% 5 AS model
              FROM generate_series(1, %2$d) n;
            ALTER TABLE clip ADD COLUMN k bigint;
            UPDATE clip SET k = r.k FROM (SELECT n, row_number() OVER (PARTITION BY person ORDER BY n) - 1 AS k FROM clip) r
              WHERE r.n = clip.n;
            INSERT INTO credit_account (user_id, available, held, spent, granted, seq)
              SELECT someone(person), 0, 0, count(*) * 1000, count(*) * 1000, count(*) * 5 FROM clip GROUP BY person;
            INSERT INTO credit_hold (id, user_id, generation_id, title, amount, captured, refunded, state, model, resolution,
                length_nanos, per_second, rounding, price_version, created_at, resolved_at)
              SELECT hold, someone(person), id, 'Shot ' || n, 2000, 2000, 1000, 'CAPTURED', model, '720p', 2000000000, 1000, 'UP',
                1, at, at FROM clip ORDER BY n;
            INSERT INTO credit_entry (id, user_id, seq, kind, hold_id, original_id, amount, available_after, held_after,
                spent_after, reason, idempotency_key, at)
              SELECT CASE i WHEN 1 THEN given WHEN 2 THEN held WHEN 3 THEN spent WHEN 4 THEN back ELSE gone END, someone(person),
                k * 5 + i, (ARRAY['GRANT', 'HOLD', 'CAPTURE', 'REFUND', 'TAKE_BACK'])[i],
                CASE WHEN i BETWEEN 2 AND 4 THEN hold END, CASE i WHEN 4 THEN spent END,
                (ARRAY[2000, 2000, 2000, 1000, 1000])[i], (ARRAY[2000, 0, 0, 1000, 0])[i], (ARRAY[0, 2000, 0, 0, 0])[i],
                k * 1000 + (ARRAY[0, 0, 2000, 1000, 1000])[i], 'because', i || ':' || id, at
              FROM clip, generate_series(1, 5) i ORDER BY n, i;
            INSERT INTO credit_lot (id, user_id, source, amount, remaining, exhausted, created_at)
              SELECT given, someone(person), 'GRANT', 2000, 0, true, at FROM clip ORDER BY n;
            INSERT INTO credit_lot (id, user_id, source, amount, remaining, exhausted, created_at)
              SELECT back, someone(person), 'REFUND', 1000, 0, true, at FROM clip ORDER BY n;
            INSERT INTO spend_day SELECT (at AT TIME ZONE 'UTC')::date, model, count(*) * 2000, count(*) * 1000, count(*), 0
              FROM clip GROUP BY 1, 2;
            INSERT INTO spend_month SELECT date_trunc('month', at AT TIME ZONE 'UTC')::date, someone(person), model,
                count(*) * 2000, count(*) * 1000, count(*), 0 FROM clip GROUP BY 1, 2, 3;
            INSERT INTO generation (id, owner, idempotency_key, title, first_frame, last_frame, provider, model, resolution, width,
                height, duration_millis, frame_rate, easing, prompt, negative_prompt, seed, per_second, price_version, held,
                charged, state, due_at, created_at, submitting_at, running_at, saving_at, finished_at)
              SELECT id, someone(person), id::text, 'Shot ' || n, someone(1000 + person), someone(1000 + person), 'model', model,
                '720p', 1280, 720, 2000, 24, 'LINEAR', '', '', 1, 1000, 1, 2000, 2000, 'SUCCEEDED', at, at, at, at, at,
                at + interval '1 minute' FROM clip ORDER BY n;
            INSERT INTO video (id, generation, owner, file_key, poster_key, preview_key, bytes, width, height, frames, frame_rate,
                duration_millis, first_similarity, last_similarity, created_at)
              SELECT uuidv7(), id, someone(person), 'f', 'p', 'v', 1000, 1280, 720, 48, 24, 2000, 1, 1, at FROM clip ORDER BY n;
            INSERT INTO video_total SELECT owner, count(*), sum(duration_millis) FROM video GROUP BY owner;
            SET session_replication_role = DEFAULT;
            VACUUM ANALYZE
            """;
}
