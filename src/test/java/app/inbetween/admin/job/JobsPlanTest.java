package app.inbetween.admin.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import app.inbetween.database.Sql;
import app.inbetween.generation.Studio;
import app.inbetween.generation.Studio.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** Whatever is asked of a studio with a long past, its newest clips are found by index. */
@QuarkusTest
class JobsPlanTest {

    private static final int PATIENCE_SECONDS = 300;

    /** Models, states and people are as uneven as in life. */
    private static final String PAST = """
            INSERT INTO generation (id, owner, idempotency_key, title, first_frame, last_frame, provider, model, resolution, width,
              height, duration_millis, frame_rate, easing, prompt, negative_prompt, seed, per_second, price_version, held, charged,
              state, due_at, created_at, submitting_at, finished_at, failure_reason)
            SELECT gen_random_uuid(), CASE WHEN n % 50 = 0 THEN ?::uuid ELSE ?::uuid END, 'past ' || n, 'Past', ?, ?, 'local',
              'model/' || n % 40, '720p', 1280, 720, 5000, 24, 'LINEAR', '', '', n, 1000, 1, 5000, 0,
              CASE WHEN n % 997 = 0 THEN 'UNKNOWN' WHEN n % 100 = 0 THEN 'FAILED' ELSE 'SUCCEEDED' END, at, at, at,
              CASE WHEN n % 997 = 0 THEN NULL ELSE at END, CASE WHEN n % 100 = 0 THEN 'TIMEOUT' END
            FROM (SELECT n, now() - n * interval '1 minute' AS at FROM generate_series(1, 30000) n) past""";

    @Inject
    Jobs jobs;
    @Inject
    Studio studio;
    @Inject
    Sql sql;

    private Person ben;
    private Person cleo;

    private static Stream<Consumer<JobFilter>> filters() {
        return Stream.of(filter -> {
        }, filter -> filter.state = "failed", filter -> filter.state = "unknown", filter -> filter.state = "attention",
                filter -> filter.state = "unfinished", filter -> filter.state = "finished", filter -> filter.model = "model/7",
                filter -> {
                    filter.from = "2020-01-01";
                    filter.to = "2100-01-01";
                });
    }

    @BeforeEach
    void liveLong() {
        ben = studio.person("ben");
        cleo = studio.person("cleo");
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(PATIENCE_SECONDS));
        // Foreign keys are not looked up one by one: this is about plans.
        sql.run("SET LOCAL session_replication_role = replica");
        sql.run(PAST, cleo.id(), ben.id(), ben.first(), ben.last());
        sql.run("ANALYZE generation");
    }

    @AfterEach
    void forget() {
        QuarkusTransaction.rollback();
    }

    /** All in one past, which takes far longer to make than to search. */
    @TestFactory
    Stream<DynamicTest> clipsAreFoundByIndex() {
        return filters().map(wish -> {
            JobFilter filter = new JobFilter();
            wish.accept(filter);
            return dynamicTest("jobs" + filter.query(),
                    () -> assertThat(plan(filter)).contains("Index").doesNotContain("Seq Scan on generation"));
        });
    }

    @Test
    void aPersonsClipsAreFoundByIndex() {
        JobFilter filter = new JobFilter();
        filter.user = ben.id().toString();

        assertThat(plan(filter)).contains("Index").doesNotContain("Seq Scan on generation");
    }

    private String plan(JobFilter filter) {
        Jobs.Query query = jobs.query(filter).then(Jobs.NEWEST_FIRST + " LIMIT ?", Jobs.PAGE + 1);
        List<String> plan = sql.all("EXPLAIN " + query.text, row -> row.getString(1), query.values.toArray());
        return String.join("\n", plan);
    }
}
