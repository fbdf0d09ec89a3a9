package app.inbetween.generation.failover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.inbetween.price.Credits;

class CeilingTest {

    @ParameterizedTest
    @CsvSource({ "0,0", "1,1000", "500,1000", "1000,2000", "5000,6000", "10000,12000", "10001,13000", "12000,15000" })
    void aFifthMoreInWholeCreditsRoundedUp(long price, long ceiling) {
        assertThat(Ceiling.usualFor(Credits.ofMillis(price))).isEqualTo(Credits.ofMillis(ceiling));
    }
}
