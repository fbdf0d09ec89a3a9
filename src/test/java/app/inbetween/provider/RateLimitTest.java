package app.inbetween.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

    @Test
    void isReadAsItIsWritten() {
        RateLimit limit = RateLimit.parse(" 10 / 1m ");

        assertThat(limit).isEqualTo(new RateLimit(10, Duration.ofMinutes(1))).hasToString("10/1m");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "10", "10/", "10/x", "x/1m", "0/1m", "1/0s", "1/2/3s" })
    void whatIsNoLimitIsRefused(String text) {
        assertThatThrownBy(() -> RateLimit.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
