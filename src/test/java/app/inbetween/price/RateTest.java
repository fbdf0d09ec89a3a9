package app.inbetween.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

    @ParameterizedTest
    @CsvSource({ "UP, 1, 0.124", "UP, 1000, 123.457", "TENTH, 1, 0.2", "TENTH, 1000, 123.5", "WHOLE, 1, 1",
            "WHOLE, 1000, 124" })
    void isRoundedUpAsItSays(Rounding rounding, long millis, String credits) {
        Rate rate = new Rate(Credits.ofMillis(123_457), Tiers.NONE, rounding);

        assertThat(rate.costOf(Duration.ofMillis(millis))).hasToString(credits);
    }

    @Test
    void tiersComeBeforeTheRateAndAreRoundedToo() {
        Rate rate = new Rate(Credits.of(7), Tiers.parse("5000:31250"), Rounding.TENTH);

        assertThat(rate.costOf(Duration.ofSeconds(1))).hasToString("31.3");
        assertThat(rate.costOf(Duration.ofSeconds(5))).hasToString("31.3");
        assertThat(rate.costOf(Duration.ofMillis(5001))).hasToString("35.1");
    }

    @Test
    void onlyARateOfNothingWithoutTiersIsFree() {
        assertThat(Rate.perSecond(Credits.ZERO).isFree()).isTrue();
        assertThat(Rate.perSecond(Credits.ofMillis(1)).isFree()).isFalse();
        assertThat(new Rate(Credits.ZERO, Tiers.parse("5000:1"), Rounding.UP).isFree()).isFalse();
    }

    @Test
    void aProvidersRateIsRoundedUpToAMillionth() {
        ProviderRate rate = new ProviderRate(Money.dollars(39_500), Tiers.parse("5063:200000"));

        assertThat(rate.costOf(Duration.ofMillis(5063))).hasToString("$0.20");
        assertThat(rate.costOf(Duration.ofMillis(5064))).isEqualTo(Money.dollars(200_028));
        assertThat(rate.costOf(Duration.ofNanos(6_000_000_001L))).isEqualTo(Money.dollars(237_001));
    }
}
