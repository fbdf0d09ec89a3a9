package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import app.inbetween.generation.pace.ProviderHealth;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RateLimit;
import app.inbetween.provider.Reconciliation;
import app.inbetween.provider.Turn;
import io.quarkus.test.junit.QuarkusTest;

/** Several questions in a row are asked no faster than others are. */
@QuarkusTest
class TurnsTest extends OpenStudio {

    @Inject
    Turns turns;
    @Inject
    ProviderHealth health;

    @Test
    void eachWaitsUntilItMayBeAsked() {
        provider.queries = new RateLimit(2, Duration.ofMillis(300));
        Turn turn = turns.at(provider);
        long begin = System.nanoTime();

        for (int i = 0; i < 5; i++) {
            turn.await();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).as("two periods for the fifth")
                .isGreaterThan(Duration.ofMillis(590));
    }

    @Test
    void whoWaitsInVainGoesWithoutAnAnswer() {
        provider.queries = new RateLimit(1, Duration.ofHours(1));
        Turn turn = turns.at(provider);
        turn.await();

        assertThatThrownBy(turn::await).isInstanceOf(ProviderUnavailableException.class)
                .hasMessage("Scripted may be asked nothing more now");
    }

    @Test
    void aSearchThatCannotBeFinishedNowIsMadeAnotherTimeAndIsNoTrouble() {
        Generation clip = unknown();
        provider.queries = new RateLimit(1, Duration.ofMinutes(1));
        provider.onReconcile = () -> {
            provider.turn.await();
            return new Reconciliation.Found("job-found");
        };

        later();
        studio.reconcile();
        assertThat(studio.now(clip).state).isEqualTo(State.UNKNOWN);
        assertThat(studio.now(clip).attempt.misses).isEqualTo(1);
        assertThat(health.of("scripted").trouble()).isEmpty();
        provider.queries = new RateLimit(2, Duration.ofMinutes(1));
        later();
        studio.reconcile();

        assertThat(studio.now(clip).state).isEqualTo(State.RUNNING);
    }
}
