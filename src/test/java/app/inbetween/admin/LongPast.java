package app.inbetween.admin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;
import app.inbetween.generation.Studio;
import app.inbetween.generation.Studio.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** A studio that has made 20,000 clips, for as long as a question takes. */
@ApplicationScoped
public class LongPast {

    private static final int CLIPS = 20_000;
    private static final int PATIENCE_SECONDS = 300;

    private static final String GENERATIONS = """
            INSERT INTO generation (id, owner, idempotency_key, title, first_frame, last_frame, provider, model, resolution, width,
              height, duration_millis, frame_rate, easing, prompt, negative_prompt, seed, per_second, price_version, held, charged,
              state, due_at, created_at, submitting_at, finished_at, failure_reason)
            SELECT gen_random_uuid(), ?, 'past ' || n, 'Past', ?, ?, 'local', (ARRAY['local/flow', 'local/crossfade'])[1 + n % 2],
              '720p', 1280, 720, 5000, 24, 'LINEAR', '', '', n, 1000, 1, 5000, 5000,
              CASE WHEN n % 20 = 0 THEN 'FAILED' ELSE 'SUCCEEDED' END, now(), now() - n * interval '1 minute',
              now() - n * interval '1 minute', now() - n * interval '1 minute', 'PROVIDER'
            FROM generate_series(1, ?) n
            """;
    private static final String HOLDS = """
            INSERT INTO credit_hold (id, user_id, generation_id, title, amount, captured, state, model, resolution, length_nanos,
              per_second, rounding, price_version, created_at, resolved_at)
            SELECT gen_random_uuid(), owner, id, title, 5000, 5000, 'CAPTURED', model, '720p', 5000000000, 1000, 'UP', 1,
              created_at, finished_at
            FROM generation WHERE owner = ?
            """;
    private static final String ENTRIES = """
            INSERT INTO credit_entry (id, user_id, seq, kind, hold_id, amount, available_after, held_after, spent_after, reason,
              idempotency_key, at)
            SELECT gen_random_uuid(), user_id, 10 + row_number() OVER (), kind, id, 5000, 0, 0, 0, '', 'past ' || kind || id,
              created_at
            FROM credit_hold, unnest(ARRAY['HOLD', 'CAPTURE']) kind WHERE user_id = ?
            """;

    @Inject
    Studio studio;
    @Inject
    Sql sql;

    /** A question to the database. */
    public record Question(String statement, Object... values) {
    }

    /** Asserts that each statement finds its rows by index, whatever long table they are in. */
    public void assertFoundByIndex(Question... questions) {
        Person ben = studio.person("ben of old");
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(PATIENCE_SECONDS));
        try {
            fill(ben);
            for (Question question : questions) {
                assertThat(plan(question)).as(question.statement).doesNotContainPattern(
                        "Seq Scan on (generation|credit_entry|credit_hold|credit_lot|provider_cost)");
            }
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private String plan(Question question) {
        return String.join("\n", sql.all("EXPLAIN " + question.statement, row -> row.getString(1), question.values));
    }

    private void fill(Person ben) {
        // Foreign keys are not looked up one by one: this is about plans.
        sql.run("SET LOCAL session_replication_role = replica");
        sql.run(GENERATIONS, ben.id(), ben.first(), ben.last(), CLIPS);
        sql.run(HOLDS, ben.id());
        sql.run(ENTRIES, ben.id());
        sql.run("ANALYZE generation, credit_hold, credit_entry");
    }
}
