package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import app.inbetween.price.Price;
import app.inbetween.price.PriceBook;
import app.inbetween.price.PriceKey;
import app.inbetween.provider.AskedPrice;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PriceListenerTest {

    @Inject
    PriceListener listener;
    @Inject
    ScriptedProvider scripted;
    @Inject
    PriceBook prices;

    private final String model = "scripted/told-" + UUID.randomUUID();

    @AfterEach
    void forget() {
        scripted.asked = List.of();
    }

    @Test
    void whatAProviderTellsBecomesAPriceAtTheUsualFactor() {
        scripted.asked = List.of(new AskedPrice(model, "720p", "standard", new BigDecimal("0.1"), "USD"));

        listener.listen();

        Price price = prices.existing(PriceKey.of(model, "720p"));
        assertThat(price.perSecond()).hasToString("12.5");
        assertThat(price.cost().orElseThrow().perSecond()).hasToString("$0.10");
    }

    @Test
    void whatHasAPriceKeepsIt() {
        scripted.asked = List.of(new AskedPrice(model, "720p", "standard", new BigDecimal("0.1"), "USD"));
        listener.listen();
        scripted.asked = List.of(new AskedPrice(model, "720p", "standard", new BigDecimal("0.9"), "USD"));

        listener.listen();

        assertThat(prices.existing(PriceKey.of(model, "720p")).perSecond()).hasToString("12.5");
    }
}
