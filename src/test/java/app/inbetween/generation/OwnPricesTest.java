package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import app.inbetween.price.ListedPrice;
import app.inbetween.provider.AskedPrice;

class OwnPricesTest {

    @Test
    void whatAnEntrySaysIsListedInTheProvidersMoney() {
        AskedPrice asked = new AskedPrice("fal/our-own", "720p", "fast", new BigDecimal("0.05"),
                Map.of(Duration.ofSeconds(10), new BigDecimal("0.30"), Duration.ofSeconds(5), new BigDecimal("0.2")), "CNY");

        ListedPrice listed = OwnPrices.listed(asked);

        assertThat(listed.key()).hasToString("fal/our-own at 720p, fast");
        assertThat(listed.cost().perSecond().micros()).isEqualTo(50_000);
        assertThat(listed.cost().perSecond().currency()).isEqualTo("CNY");
        assertThat(listed.cost().tiers()).hasToString("5000:200000 10000:300000");
    }
}
