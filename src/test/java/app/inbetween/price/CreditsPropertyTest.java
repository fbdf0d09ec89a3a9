package app.inbetween.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CreditsPropertyTest {

    @Property
    void nothingIsLostInWriting(@ForAll long millis) {
        String plain = Credits.ofMillis(millis).toString().replace("\u202f", "").replace('\u2212', '-');

        assertThat(new BigDecimal(plain)).isEqualByComparingTo(BigDecimal.valueOf(millis, 3));
    }
}
