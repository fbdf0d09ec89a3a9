package app.inbetween.generation.create;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import app.inbetween.generation.Generation;
import app.inbetween.ledger.Ledger;
import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

/** What the button says is what is charged. */
@QuarkusTest
class PriceOnTheButtonTest extends PricedDesk {

    @Inject
    Ledger ledger;

    @Test
    @TestSecurity(user = ME)
    void thePriceThatWasShownIsChargedThoughItHasChanged() {
        Desk desk = filled();
        assertThat(desk.dock()).contains("Generate for 10 credits").contains("Price fixed until");
        studio.price(model, 2, 6000, 0, clock.instant());

        Generation clip = asked(desk.press("generate"));

        assertThat(clip.hold()).isEqualTo(Credits.of(10));
        assertThat(clip.priceVersion).isEqualTo(1);
        assertThat(ledger.holdOf(clip.id).orElseThrow().quote()).isEqualTo(Optional.of(UUID.fromString(desk.field("quote"))));
        cancel(clip);
    }

    @Test
    @TestSecurity(user = ME)
    void onceThePriceIsNoLongerFixedTheNewOneIsShownAndNothingIsLost() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
        Desk desk = filled().with("title", "Dawn to dusk");
        studio.price(model, 2, 6000, 0, clock.instant());
        clock.advance(Duration.ofMinutes(15));
        long before = clips();

        assertThat(desk.press("generate").statusCode()).isEqualTo(422);

        assertThat(desk.dock()).contains("The price is now 12 credits, not 10. Press Generate again if that is all right.")
                .contains("Generate for 12 credits");
        assertThat(desk.field("title")).isEqualTo("Dawn to dusk");
        assertThat(desk.field("seconds")).isEqualTo("2");
        assertThat(desk.field("first-frame")).isNotEmpty();
        assertThat(clips()).isEqualTo(before);
        Generation clip = asked(desk.press("generate"));
        assertThat(clip.hold()).isEqualTo(Credits.of(12));
        cancel(clip);
    }

    @Test
    @TestSecurity(user = ME)
    void thePageThatStaysOpenShowsANewPriceOnceTheOldOneIsNoLongerFixed() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
        Desk desk = filled();
        String quote = desk.field("quote");
        studio.price(model, 2, 6000, 0, clock.instant());
        clock.advance(Duration.ofMinutes(14));

        desk.press("update", true);
        assertThat(desk.field("quote")).isEqualTo(quote);
        assertThat(desk.dock()).contains("Generate for 10 credits");
        clock.advance(Duration.ofMinutes(1));
        desk.press("update", true);

        assertThat(desk.field("quote")).isNotEqualTo(quote);
        assertThat(desk.dock()).contains("Generate for 12 credits");
    }

    @Test
    @TestSecurity(user = ME)
    void anExpiredPriceThatIsStillTheSameIsChargedWithoutAWord() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
        Desk desk = filled();
        clock.advance(Duration.ofHours(3));

        Generation clip = asked(desk.press("generate"));

        assertThat(clip.hold()).isEqualTo(Credits.of(10));
        cancel(clip);
    }

    @Test
    @TestSecurity(user = ME)
    void whatIsFreeIsCalledFree() {
        String gift = provider.offers("gift");
        studio.price(gift, 1, 0, 0, Instant.EPOCH);
        Desk desk = filled().with("model", gift);
        desk.press("update");

        assertThat(desk.dock()).contains("Generate, free").doesNotContain("0 credits");
        assertThat(desk.field("price")).isEqualTo("0");
        Response answer = desk.press("generate");
        Generation clip = asked(answer);

        assertThat(clip.hold()).isEqualTo(Credits.ZERO);
        String page = io.restassured.RestAssured.given().get("/generations/" + clip.id).asString();
        assertThat(page).contains("Cancel").doesNotContain("0 credits");
        cancel(clip);
        assertThat(io.restassured.RestAssured.given().get("/generations/" + clip.id).asString()).contains("Retry, free")
                .contains("It was free.").doesNotContain("0 credits");
    }
}
