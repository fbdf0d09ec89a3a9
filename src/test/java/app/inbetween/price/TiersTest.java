package app.inbetween.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

class TiersTest {

    private static final Tiers FIVE_AND_TEN = Tiers.parse("10000:450000 5000:300000");

    @Test
    void aVideoFallsIntoTheShortestTierItFitsIn() {
        assertThat(FIVE_AND_TEN.of(Duration.ofNanos(1))).hasValue(300_000);
        assertThat(FIVE_AND_TEN.of(Duration.ofSeconds(5))).hasValue(300_000);
        assertThat(FIVE_AND_TEN.of(Duration.ofSeconds(5).plusNanos(1))).hasValue(450_000);
        assertThat(FIVE_AND_TEN.of(Duration.ofSeconds(10))).hasValue(450_000);
    }

    @Test
    void oneThatIsLongerThanAllOfThemFallsIntoNone() {
        assertThat(FIVE_AND_TEN.of(Duration.ofMillis(10_001))).isEmpty();
        assertThat(Tiers.NONE.of(Duration.ofSeconds(1))).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(FIVE_AND_TEN).hasToString("5000:300000 10000:450000");
        assertThat(Tiers.parse(FIVE_AND_TEN.toString())).isEqualTo(FIVE_AND_TEN);
        assertThat(Tiers.parse("")).isEqualTo(Tiers.NONE);
    }

    @Test
    void twoOfTheSameLengthAreRefused() {
        List<Tiers.Step> twice = List.of(new Tiers.Step(Duration.ofSeconds(5), 1), new Tiers.Step(Duration.ofSeconds(5), 2));

        assertThatThrownBy(() -> new Tiers(twice)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsWhetherALongerVideoCostsLess() {
        assertThat(FIVE_AND_TEN.isAscending()).isTrue();
        assertThat(Tiers.parse("5000:300 10000:300").isAscending()).isTrue();
        assertThat(Tiers.parse("5000:300 10000:299").isAscending()).isFalse();
    }
}
