package app.inbetween.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditsTest {

    @ParameterizedTest
    @CsvSource({ "0, 0", "5000, 5", "500, 0.5", "12250, 12.25", "1, 0.001", "100, 0.1", "-40000, −40", "-1, −0.001",
            "999999, 999.999", "1146000, 1\u202f146", "48213907000, 48\u202f213\u202f907",
            "9223372036854775807, 9\u202f223\u202f372\u202f036\u202f854\u202f775.807",
            "-9223372036854775808, −9\u202f223\u202f372\u202f036\u202f854\u202f775.808" })
    void readsAsAPersonWritesIt(long millis, String words) {
        assertThat(Credits.ofMillis(millis)).hasToString(words);
    }

    @Test
    void signedShowsTheDirectionOfAChange() {
        assertThat(Credits.of(40).signed()).isEqualTo("+40");
        assertThat(Credits.of(-40).signed()).isEqualTo("−40");
        assertThat(Credits.ZERO.signed()).isEqualTo("0");
    }

    @Test
    void countsInThousandths() {
        assertThat(Credits.of(3).plus(Credits.ofMillis(500)).minus(Credits.of(1)).times(2)).isEqualTo(Credits.of(5));
        assertThat(Credits.of(Integer.MAX_VALUE).millis()).isEqualTo(2_147_483_647_000L);
    }

    @Test
    void comparesByAmount() {
        assertThat(Credits.of(1)).isLessThan(Credits.ofMillis(1001));
        assertThat(Credits.of(2).isMoreThan(Credits.of(2))).isFalse();
    }

    @Test
    void refusesToOverflow() {
        Credits most = Credits.ofMillis(Long.MAX_VALUE);
        Credits least = Credits.ofMillis(Long.MIN_VALUE);

        assertThatThrownBy(() -> most.plus(Credits.ofMillis(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> least.minus(Credits.ofMillis(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(least::negated).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rate.perSecond(most).costOf(Duration.ofSeconds(2))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aRateIsRoundedUpToTheNextThousandth() {
        Credits rate = Credits.ofMillis(100);

        assertThat(Rate.perSecond(rate).costOf(Duration.ofSeconds(5))).isEqualTo(Credits.ofMillis(500));
        assertThat(Rate.perSecond(rate).costOf(Duration.ofNanos(1))).isEqualTo(Credits.ofMillis(1));
        assertThat(Rate.perSecond(rate).costOf(Duration.ofMillis(5041))).isEqualTo(Credits.ofMillis(505));
        assertThat(Rate.perSecond(rate).costOf(Duration.ofMillis(5050))).isEqualTo(Credits.ofMillis(505));
    }

    @ParameterizedTest
    @CsvSource({ "12, 12000", "0.5, 500", "0.125, 125", "-3, -3000", "−3, -3000", "+40, 40000", ".5, 500",
            "'1 200.25', 1200250",
            "'1,200', 1200000", "'12,345,678', 12345678000" })
    void readsWhatAPersonTypes(String text, long millis) {
        assertThat(Credits.parse(text)).contains(Credits.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "seven", "7 credits", "0,125", "1,5", "12,34", "1,2345", "0.0001", "1e3", "NaN", "1.", "--1",
            "99999999999999999999" })
    void whatIsNoAmountIsNotGuessed(String text) {
        assertThat(Credits.parse(text)).isEmpty();
    }
}
