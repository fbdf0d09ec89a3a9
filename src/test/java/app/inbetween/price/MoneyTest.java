package app.inbetween.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({ "0.4, USD, $0.40", "0.0395, USD, $0.0395", "170.53, USD, $170.53", "1.5, CNY, ¥1.50", "2, EUR, EUR 2.00" })
    void readsAsAPersonWritesIt(BigDecimal amount, String currency, String words) {
        assertThat(Money.of(amount, currency)).hasToString(words);
    }

    @Test
    void sumsAreWrittenToTheCent() {
        assertThat(Money.dollars(170_529_500).cents()).isEqualTo("$170.53");
        assertThat(Money.dollars(0).cents()).isEqualTo("$0.00");
    }

    @Test
    void lessThanAMillionthIsRefused() {
        assertThatThrownBy(() -> Money.of(new BigDecimal("0.0000001"), Money.DOLLARS)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aShareIsRoundedUpAndAllOfItWhereTheWholeIsNothing() {
        assertThat(Money.dollars(100).share(1, 3)).isEqualTo(Money.dollars(34));
        assertThat(Money.dollars(100).share(0, 0)).isEqualTo(Money.dollars(100));
    }

    @ParameterizedTest
    @CsvSource({ "125, 100, 20 %, ''", "100, 100, 0 %, warn", "90, 100, −11 %, bad", "0, 100, none, bad", "0, 0, none, warn",
            "100, 0, 100 %, ''" })
    void aMarginIsAShareOfWhatIsEarned(long earned, long cost, String words, String tone) {
        Margin margin = new Margin(Duration.ofSeconds(5), Money.dollars(earned), Money.dollars(cost));

        assertThat(margin).hasToString(words);
        assertThat(margin.tone()).isEqualTo(tone);
    }
}
