package app.inbetween.provider.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import app.inbetween.provider.Easing;

class ShotTest {

    @Test
    void aShotHasAsManyFramesAsItsTimeHolds() {
        assertThat(shot(64, 48, 25, Duration.ofSeconds(3), Easing.LINEAR).frames()).isEqualTo(75);
    }

    @Test
    void itBeginsOnTheFirstStillAndEndsOnTheLast() {
        for (Easing easing : Easing.values()) {
            Shot shot = shot(64, 48, 24, Duration.ofSeconds(1), easing);

            assertThat(shot.progress(0)).isZero();
            assertThat(shot.progress(23)).isEqualTo(1);
        }
    }

    @Test
    void easingIsSlowAtBothEnds() {
        Shot shot = shot(64, 48, 24, Duration.ofSeconds(5), Easing.EASE_IN_OUT);

        assertThat(shot.progress(1)).isLessThan(0.001);
        assertThat(shot.progress(118)).isGreaterThan(0.999);
        assertThat(shot.progress(59) + shot.progress(60)).isCloseTo(1, within(1e-9));
    }

    @Test
    void steadyMotionIsSteady() {
        Shot shot = shot(64, 48, 24, Duration.ofSeconds(5), Easing.LINEAR);

        assertThat(shot.progress(30) - shot.progress(29)).isCloseTo(1 / 119.0, within(1e-9));
    }

    @Test
    void oddSidesCannotBeFilmed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shot(65, 48, 24, Duration.ofSeconds(1), Easing.LINEAR));
    }

    @Test
    void oneFrameIsNoFilm() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shot(64, 48, 24, Duration.ofMillis(40), Easing.LINEAR));
    }

    private static Shot shot(int width, int height, int rate, Duration duration, Easing easing) {
        BufferedImage still = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        return new Shot(still, still, rate, duration, easing, 1);
    }
}
