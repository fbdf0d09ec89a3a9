package app.inbetween.admin.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.inbetween.price.Credits;
import app.inbetween.price.PriceRefusedException;
import app.inbetween.price.PriceRefusedException.About;
import app.inbetween.price.Tiers;

class TierLinesTest {

    @Test
    void aLineIsALengthAndATotal() {
        assertThat(read("5 s = 30\n\n 10s=45.5 \n5.063: 31")).hasToString("5000:30000 5063:31000 10000:45500");
        assertThat(read("")).isEqualTo(Tiers.NONE);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Tiers tiers = Tiers.parse("5063:31250 10000:1200000");

        String lines = TierLines.write(tiers, amount -> Credits.ofMillis(amount).decimal());

        assertThat(lines).isEqualTo("5.063 s = 31.25\n10 s = 1200");
        assertThat(read(lines)).isEqualTo(tiers);
    }

    @ParameterizedTest
    @ValueSource(strings = { "5 s", "= 30", "five = 30", "5 s = thirty", "0 s = 30", "5.0001 s = 30", "-5 s = 30",
            "5 s = 1,5" })
    void aLineThatCannotBeReadIsQuoted(String line) {
        assertThatThrownBy(() -> read("10 s = 40\n" + line)).isInstanceOf(PriceRefusedException.class)
                .hasMessage("“" + line + "” is no tier. Write a length, an equals sign and a total, such as 5 s = 30.");
    }

    @Test
    void twoForTheSameLengthAreRefused() {
        assertThatThrownBy(() -> read("5 s = 30\n5.000 s = 31"))
                .hasMessage("Two tiers are for the same length. Remove one of them.");
    }

    private static Tiers read(String lines) {
        return TierLines.read(lines, text -> Credits.parse(text).map(Credits::millis), About.TIERS);
    }
}
