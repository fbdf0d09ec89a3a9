package app.inbetween.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;

import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.database.Sql;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PriceBookTest {

    private static final Instant MONDAY = Instant.parse("2027-03-01T00:00:00Z");

    @Inject
    PriceBook prices;
    @Inject
    Quotes quotes;
    @Inject
    People people;
    @Inject
    Sql sql;
    @Inject
    SettableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({ "local/flow, 480p, 2.5", "local/flow, 720p, 5", "local/flow, 1080p, 10", "local/crossfade, 480p, 0.5",
            "local/crossfade, 720p, 1", "local/crossfade, 1080p, 2" })
    void fiveSecondsOfTheLocalRendererCost(String model, String resolution, String credits) {
        Quote quote = quote(model, resolution, Duration.ofSeconds(5));

        assertThat(quote.total()).hasToString(credits);
        assertThat(quote.priceVersion()).isEqualTo(1);
    }

    @Test
    void aModelWithoutAPriceIsRefusedInWords() {
        assertThat(prices.price(PriceKey.of("local/flow", "8k"))).isEmpty();
        assertThatThrownBy(() -> quote("local/flow", "8k", Duration.ofSeconds(5)))
                .isInstanceOf(NoPriceException.class)
                .hasMessage("There is no price for local/flow at 8k yet. An administrator has to set one.");
    }

    @Test
    void aVideoWithoutALengthIsNotPriced() {
        assertThatThrownBy(() -> quote("local/flow", "720p", Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> quote("local/flow", "720p", Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @TestTransaction
    void aNewVersionCountsFromItsFirstMoment() {
        sql.run("INSERT INTO price (model, resolution, version, per_second, valid_from) VALUES ('local/flow', '720p', 2, 1500, ?)",
                MONDAY);

        clock.set(MONDAY.minusMillis(1));
        assertThat(quote("local/flow", "720p", Duration.ofSeconds(2)).total()).isEqualTo(Credits.of(2));

        clock.set(MONDAY);
        Quote quote = quote("local/flow", "720p", Duration.ofSeconds(2));
        assertThat(quote.total()).isEqualTo(Credits.of(3));
        assertThat(quote.priceVersion()).isEqualTo(2);
    }

    @Test
    @TestTransaction
    void aPriceOfNothingCannotBeStored() {
        assertThatThrownBy(() -> sql.run(
                "INSERT INTO price (model, resolution, version, per_second, valid_from) VALUES ('local/flow', '720p', 2, 0, ?)",
                MONDAY))
                .isInstanceOf(PersistenceException.class).hasMessageContaining("price_is_above_zero");
    }

    private Quote quote(String model, String resolution, Duration length) {
        return quotes.give(people.register("ben").id, PriceKey.of(model, resolution), length);
    }
}
