package app.inbetween.generation.create;

import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.generation.Generation;
import app.inbetween.generation.ScriptedProvider;
import app.inbetween.generation.Studio;
import app.inbetween.ledger.Bookkeeper;
import app.inbetween.ledger.Ledger;
import app.inbetween.ledger.SpendingLimit;
import app.inbetween.ledger.SpendingLimits;
import app.inbetween.price.Credits;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

/** What the button says is what is charged, and what stands in the way is said before it is pressed. */
@QuarkusTest
class PriceOnTheButtonTest {

    private static final String ME = "priced pia";

    @Inject
    ScriptedProvider provider;
    @Inject
    Studio studio;
    @Inject
    People people;
    @Inject
    SpendingLimits limits;
    @Inject
    Bookkeeper bookkeeper;
    @Inject
    Ledger ledger;
    @Inject
    SettableClock clock;

    private UUID me;
    private String model;

    @BeforeEach
    void aSecondCostsFiveCredits() {
        provider.open();
        me = people.signedInAs(ME).id;
        model = provider.offers("desk");
        studio.price(model, 1, 5000, 0, Instant.EPOCH);
        limitedTo(Optional.empty(), Optional.empty(), Optional.empty());
    }

    @AfterEach
    void theBooksAreInOrder() {
        clock.reset();
        provider.close();
        assertNoViolations();
    }

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

    @Test
    @TestSecurity(user = ME)
    void whoWantsToBeAskedIsAskedOnceMore() {
        limitedTo(Optional.empty(), Optional.empty(), Optional.of(Credits.of(9)));
        Desk desk = filled();
        long before = clips();
        assertThat(desk.dock()).contains("Generate for 10 credits").doesNotContain("all the same");

        assertThat(desk.press("generate").statusCode()).isEqualTo(422);
        assertThat(desk.dock()).contains("This takes 10 credits, more than the 9 above which you want to be asked.")
                .contains("Keep editing").contains("Generate for 10 credits all the same");
        assertThat(clips()).isEqualTo(before);
        Desk second = desk.copy();

        desk.press("update");
        assertThat(desk.dock()).doesNotContain("all the same");
        assertThat(desk.press("generate").statusCode()).as("editing again is not a yes").isEqualTo(422);

        Generation clip = asked(second.press("generate"));
        assertThat(clip.hold()).isEqualTo(Credits.of(10));
        cancel(clip);
    }

    @Test
    @TestSecurity(user = ME)
    void aYesToOnePriceIsNoneToAnother() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
        limitedTo(Optional.empty(), Optional.empty(), Optional.of(Credits.of(9)));
        Desk desk = filled();
        desk.press("generate", true);
        assertThat(desk.field("confirmed")).isEqualTo(desk.field("quote"));
        desk.with("seconds", "4");

        assertThat(desk.press("generate", true).statusCode()).isEqualTo(422);
        assertThat(desk.dock()).contains("The price is now 20 credits, not 10.");
        assertThat(desk.press("generate", true).statusCode()).isEqualTo(422);
        assertThat(desk.dock()).contains("Generate for 20 credits all the same");
        Response answer = desk.press("generate", true);

        assertThat(answer.statusCode()).isEqualTo(204);
        cancel(clip(answer.header("HX-Redirect")));
    }

    @Test
    @TestSecurity(user = ME)
    void aLimitIsSaidBeforeAnythingIsPressedAndWhatFitsIsOffered() {
        Credits used = limits.usage(me).day();
        limitedTo(Optional.of(used.plus(Credits.of(15))), Optional.empty(), Optional.empty());
        Desk desk = filled().with("seconds", "4");
        desk.press("update");

        assertThat(desk.dock()).contains("This takes 20 credits, and of the " + used.plus(Credits.of(15))
                + " you may spend today, " + used + " are used").contains("the count begins again tomorrow.")
                .contains("15 left today").contains("Use 2 s").doesNotContain("Change your limit");
        assertThat(desk.page()).containsPattern("id=\"generate\"[^>]* disabled");
        assertThat(desk.press("generate").statusCode()).isEqualTo(422);
        desk.with("use", "2s").press("update");
        assertThat(desk.dock()).contains("Generate for 10 credits");
    }

    @Test
    @TestSecurity(user = ME)
    void aLimitOfOnesOwnCanBeChanged() {
        limitedTo(Optional.empty(), Optional.of(limits.usage(me).month().plus(Credits.of(1))), Optional.empty());

        assertThat(filled().dock()).contains("you may spend this month").contains("1 left this month")
                .contains("Change your limit");
    }

    @Test
    @TestSecurity(user = "priced paul")
    void whoIsShortCanRequestWhatIsMissing() {
        UUID paul = people.signedInAs("priced paul").id;
        UUID before = UUID.randomUUID();
        bookkeeper.hold(paul, before, 93);
        bookkeeper.capture(before, Credits.of(93), "");
        Desk desk = filled();

        assertThat(desk.dock()).contains("This takes 10 credits and you have 7").contains("3 credits short")
                .contains("Request credits");
        assertThat(desk.page()).contains("href=\"/credits?request=3#request\"");
        assertThat(desk.press("generate").statusCode()).isEqualTo(422);
    }

    private Desk filled() {
        Desk desk = Desk.opened();
        desk.press("sample:flower");
        desk.with("model", model).with("seconds", "2").press("update");
        return desk;
    }

    private Generation asked(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return clip(answer.header("Location"));
    }

    private static Generation clip(String address) {
        UUID id = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
        return QuarkusTransaction.requiringNew().call(() -> Generation.findById(id));
    }

    private void cancel(Generation clip) {
        studio.cancel(clip);
    }

    private long clips() {
        return QuarkusTransaction.requiringNew().call(() -> Generation.count("owner", me));
    }

    private void limitedTo(Optional<Credits> day, Optional<Credits> ownMonth, Optional<Credits> askAbove) {
        limits.set(new SpendingLimit(me, day, Optional.empty(), OptionalInt.empty(), ownMonth, askAbove));
    }
}
