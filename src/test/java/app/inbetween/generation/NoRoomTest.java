package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import app.inbetween.database.Sql;
import app.inbetween.generation.pace.Lane;
import app.inbetween.generation.pace.Lanes;
import app.inbetween.generation.pace.ProviderHealth;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RateLimit;
import io.quarkus.test.junit.QuarkusTest;

/** A provider that has no room for a question is left alone, and has no trouble. */
@QuarkusTest
class NoRoomTest extends OpenStudio {

    @Inject
    Lanes lanes;
    @Inject
    ProviderHealth health;
    @Inject
    Sql sql;

    @Test
    void noRoomForAQuestionIsNoTroubleAlsoWhereNoTimeIsNamed() {
        List<Generation> clips = Stream.generate(() -> studio.person("someone")).limit(6).map(studio::asks).toList();
        studio.dispatch();
        refusedManyTimes();
        provider.queries = new RateLimit(5, Duration.ofSeconds(1));
        List<Generation> asked = Collections.synchronizedList(new ArrayList<>());
        provider.onStatus = job -> {
            asked.add(clips.stream().filter(clip -> clip.id.equals(job.generation())).findFirst().orElseThrow());
            throw new ProviderUnavailableException("429", Optional.of(Duration.ZERO));
        };

        later();
        studio.poll();
        assertThat(asked).hasSize(5).allSatisfy(
                clip -> assertThat(studio.now(clip).dueAt).as("for as long as it is left alone").isAfter(clock.instant()));
        clock.advance(Duration.ofSeconds(1));
        studio.poll();

        assertThat(asked).as("nor about another clip").hasSize(5);
        assertThat(health.of("scripted").trouble()).isEmpty();
    }

    @Test
    void aSearchThereIsNoRoomForWaitsAsLongAsItsProviderIsLeftAlone() {
        Generation clip = unknown();
        provider.onReconcile = () -> {
            throw new ProviderUnavailableException("429", Optional.of(Duration.ofMinutes(30)));
        };

        later();
        studio.reconcile();

        assertThat(Duration.between(clock.instant(), studio.now(clip).dueAt)).isBetween(Duration.ofMinutes(30),
                Duration.ofMinutes(36));
        assertThat(lanes.closed(Lane.QUERY).get("scripted")).isEqualTo(Duration.ofMinutes(30));
    }

    /** So often that the next pause is any time up to minutes: one that is next to nothing is next to impossible. */
    private void refusedManyTimes() {
        sql.run("INSERT INTO provider_lane (provider, lane, refusals) VALUES ('scripted', 'QUERY', 6)");
    }
}
