package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** How soon a running job is asked after. */
@QuarkusTest
class RhythmTest extends OpenStudio {

    @Inject
    Rhythm rhythm;
    @Inject
    Forecast forecast;

    private Generation clip;
    private Forecast.Range usual;

    @BeforeEach
    void aClipOfAModelThatNobodyHasUsedYetIsSent() {
        clock.set(clock.instant());
        String model = provider.offers("rhythm", Duration.ofMinutes(2));
        studio.price(model, 1, 1000, 0, clock.instant().minusSeconds(60));
        clip = studio.asks(ben, model);
        studio.dispatch();
        clip = studio.now(clip);
        usual = forecast.usually(clip.settings).orElseThrow();
    }

    @Test
    void aYoungOneIsAskedAfterSoon() {
        assertThat(pauseAt(Duration.ofSeconds(1))).isEqualTo(provider.pace().dividedBy(4));
        assertThat(pauseAt(provider.pace().multipliedBy(2))).isEqualTo(provider.pace().dividedBy(2));
    }

    @Test
    void itIsAskedAfterAtThePaceUntilItIsAboutDone() {
        assertThat(pauseAt(usual.from().minus(provider.pace().multipliedBy(2)))).isEqualTo(provider.pace());
        assertThat(pauseAt(usual.from().minus(provider.pace().dividedBy(2)))).as("not past the time when it may be done")
                .isEqualTo(provider.pace().dividedBy(2));
    }

    @Test
    void itIsAskedAfterOftenWhileItIsAboutDone() {
        assertThat(pauseAt(usual.from())).isEqualTo(provider.pace().dividedBy(4));
        assertThat(pauseAt(usual.to())).isEqualTo(provider.pace().dividedBy(4));
    }

    @Test
    void oneThatTakesLongerThanUsualIsAskedAfterAtThePace() {
        assertThat(pauseAt(usual.to().plusSeconds(1))).isEqualTo(provider.pace());
    }

    private Duration pauseAt(Duration age) {
        clip.submittingAt = clock.instant().minus(age);
        return rhythm.pause(clip, provider);
    }
}
