package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import app.inbetween.generation.Studio.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** The queries that run every second, or with every page, find their rows by index in a studio with a long past. */
@QuarkusTest
class PlanTest {

    private static final int PAST = 20_000;
    private static final int PATIENCE_SECONDS = 300;

    private static final String MANY = """
            INSERT INTO generation (id, owner, idempotency_key, title, first_frame, last_frame, provider, model, resolution, width,
              height, duration_millis, frame_rate, easing, prompt, negative_prompt, seed, per_second, price_version, held, charged,
              state, due_at, created_at, submitting_at, finished_at)
            SELECT gen_random_uuid(), :owner, 'past ' || n, 'Past', :first, :last, 'local', 'local/flow', '720p', 1280, 720, 5000, 24,
              'LINEAR', '', '', n, 1000, 1, 5000, 5000, 'SUCCEEDED', now() - n * interval '1 minute', now() - n * interval '1 minute',
              now() - n * interval '1 minute', now() - n * interval '1 minute'
            FROM generate_series(1, :rows) n""";

    private static final String FILMS = """
            INSERT INTO video (id, generation, owner, file_key, poster_key, preview_key, bytes, width, height, frames, frame_rate,
              duration_millis, first_similarity, last_similarity, created_at)
            SELECT gen_random_uuid(), id, owner, 'f', 'p', 'v', 1, 1280, 720, 120, 24, 5000, 1, 1, finished_at
            FROM generation WHERE owner = :owner""";

    @Inject
    Studio studio;
    @Inject
    EntityManager entities;

    private Person ben;

    private static Stream<String> queries() {
        return Stream.of(Claims.TO_SUBMIT, Claims.WITH_COSTS, Claims.DUE_IN_STATE, Questions.DUE, Questions.ORPHANED,
                named(Questions.FIRST, "state", "state", "state"),
                ProviderSpending.UNDER_WAY.replaceFirst("[?]", ":provider").replaceFirst("[?]", ":now"), Claims.ABANDONED,
                Forecast.PACE, Forecast.PLACE,
                "SELECT * FROM generation WHERE owner = :owner AND finished_at IS NULL ORDER BY created_at DESC",
                "SELECT * FROM generation WHERE owner = :owner AND idempotency_key = 'past 7'",
                "SELECT * FROM video v JOIN generation g ON g.id = v.generation WHERE v.owner = :owner "
                        + "ORDER BY v.created_at DESC, v.id DESC LIMIT 24");
    }

    private static String named(String sql, String... names) {
        String named = sql;
        for (String name : names) {
            named = named.replaceFirst("[?]", ":" + name);
        }
        return named;
    }

    @BeforeEach
    void liveLong() {
        ben = studio.person("ben");
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(PATIENCE_SECONDS));
        fill();
    }

    @AfterEach
    void forget() {
        QuarkusTransaction.rollback();
    }

    /** All of one past, which takes far longer to make than to ask. */
    @TestFactory
    Stream<DynamicTest> rowsAreFoundByIndex() {
        return queries().map(sql -> dynamicTest(sql, () -> assertThat(plan(sql)).contains("Index")
                .doesNotContain("Seq Scan on generation").doesNotContain("Seq Scan on video")));
    }

    /** As with ten thousand jobs of one provider under way, and nothing at the others. */
    @Test
    void whatIsDueFirstIsFoundWithoutReadingTheRest() {
        entities.createNativeQuery("""
                UPDATE generation SET state = 'RUNNING', finished_at = NULL, charged = NULL, remote_id = cast(id AS text)
                WHERE owner = :owner AND idempotency_key LIKE 'past %'""").setParameter("owner", ben.id()).executeUpdate();
        entities.createNativeQuery("ANALYZE generation").executeUpdate();

        assertThat(plan("(ANALYZE, TIMING OFF) " + named(Questions.FIRST, "state", "state", "state")))
                .doesNotContain("Seq Scan on generation").doesNotContainPattern("Removed by Filter: \\d{3}");
    }

    private void fill() {
        // Foreign keys are not looked up one by one: this is about plans.
        entities.createNativeQuery("SET LOCAL session_replication_role = replica").executeUpdate();
        entities.createNativeQuery(MANY).setParameter("owner", ben.id()).setParameter("first", ben.first())
                .setParameter("last", ben.last()).setParameter("rows", PAST).executeUpdate();
        entities.createNativeQuery(FILMS).setParameter("owner", ben.id()).executeUpdate();
        entities.createNativeQuery("ANALYZE generation, video").executeUpdate();
    }

    private String plan(String sql) {
        Query explain = entities.createNativeQuery("EXPLAIN " + sql);
        values().forEach((name, value) -> {
            if (Pattern.compile(":" + name + "\\b").matcher(sql).find()) {
                explain.setParameter(name, value);
            }
        });
        return String.join("\n", explain.getResultList().stream().map(String::valueOf).toList().toString());
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>(
                Map.of("owner", ben.id(), "node", "here", "lease", 30_000L, "now", Instant.now(),
                        "provider", "local", "perUser", 2, "free", 32, "room", 1, "cap", 100, "state", "RUNNING"));
        values.put("providers", new String[] { "local", "scripted" });
        values.putAll(Map.of("model", "local/flow", "resolution", "720p", "history", 60, "created", Instant.now(), "id",
                UUID.randomUUID()));
        return values;
    }
}
