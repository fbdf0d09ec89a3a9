package app.inbetween.admin.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.inbetween.price.Credits;

class ScaleTest {

    @ParameterizedTest
    @CsvSource({ "1184000, 1200000", "1200000, 1200000", "1200001, 1600000", "225000, 240000", "999, 1000", "7, 40", "0, 40",
            "9000000000000, 10000000000000" })
    void reachesTheHighestWithRoundSteps(long highest, long top) {
        assertThat(Scale.reaching(Credits.ofMillis(highest)).top()).isEqualTo(Credits.ofMillis(top));
    }

    @Test
    void marksGoDownToZero() {
        assertThat(Scale.reaching(Credits.of(700)).marks()).extracting(Credits::toString).containsExactly("800", "600", "400",
                "200", "0");
    }

    @Test
    void whatIsBelowZeroHasNoHeight() {
        Scale scale = Scale.reaching(Credits.of(100));

        assertThat(scale.height(Credits.of(-5), 240)).isZero();
        assertThat(scale.height(Credits.of(50), 240)).isEqualTo(120);
    }
}
