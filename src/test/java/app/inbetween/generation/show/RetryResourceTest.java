package app.inbetween.generation.show;

import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

/** The same clip once more, never at a price that was not on the button. */
@QuarkusTest
class RetryResourceTest {

    private static final String ME = "retrying rita";

    @Inject
    ScriptedProvider provider;
    @Inject
    Studio studio;
    @Inject
    People people;
    @Inject
    SpendingLimits limits;
    @Inject
    Ledger ledger;
    @Inject
    Bookkeeper bookkeeper;
    @Inject
    SettableClock clock;

    private UUID me;
    private String model;
    private Generation earlier;
    private String token;

    @BeforeEach
    void aClipWasCalledOff() {
        provider.open();
        me = people.signedInAs(ME).id;
        model = provider.offers("again");
        studio.price(model, 1, 5000, 0, Instant.EPOCH);
        limitedTo(Optional.empty(), Optional.empty());
        earlier = studio.asks(studio.equipped(me), model);
        studio.cancel(earlier);
    }

    @AfterEach
    void theBooksAreInOrder() {
        clock.reset();
        provider.close();
        assertNoViolations();
    }

    @Test
    @TestSecurity(user = ME)
    void thePriceOnTheButtonIsChargedThoughItHasChanged() {
        String page = page();
        assertThat(page).contains("Retry, 10 credits");
        studio.price(model, 2, 6000, 0, clock.instant());

        Generation next = made(press(page));

        assertThat(next.hold()).isEqualTo(Credits.of(10));
        studio.cancel(next);
    }

    @Test
    @TestSecurity(user = ME)
    void anotherPriceIsShownBeforeItIsCharged() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
        String page = page();
        studio.price(model, 2, 6000, 0, clock.instant());
        clock.advance(Duration.ofMinutes(15));

        Response answer = press(page);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("The price is now 12 credits, not 10.")
                .contains("Press Retry again if that is all right.").contains("Retry, 12 credits");
        assertThat(ledger.openHolds(me)).isEmpty();
        Generation next = made(press(answer.asString()));
        assertThat(next.hold()).isEqualTo(Credits.of(12));
        studio.cancel(next);
    }

    @Test
    @TestSecurity(user = ME)
    void aFormWithoutAPriceChargesNothing() {
        Response answer = send(Map.of());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("The price is now 10 credits.").contains("Retry, 10 credits");
        assertThat(ledger.openHolds(me)).isEmpty();
    }

    @Test
    @TestSecurity(user = ME)
    void whoWantsToBeAskedIsAskedOnceMore() {
        limitedTo(Optional.empty(), Optional.of(Credits.of(9)));

        Response answer = press(page());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("more than the 9 above which you want to be asked.")
                .contains("Retry, 10 credits all the same");
        Generation next = made(press(answer.asString()));
        studio.cancel(next);
    }

    @Test
    @TestSecurity(user = ME)
    void aLimitIsSaidOnThePageOfTheClip() {
        String page = page();
        limitedTo(Optional.of(limits.usage(me).day().plus(Credits.of(1))), Optional.empty());

        Response answer = press(page);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("you may spend today").contains("Bud to bloom");
    }

    @Test
    @TestSecurity(user = ME)
    void whoIsShortCanRequestWhatIsMissing() {
        String page = page();
        Credits spare = ledger.balance(me).available().minus(Credits.of(4));
        UUID other = UUID.randomUUID();
        bookkeeper.hold(me, other, (int) (spare.millis() / 1000));

        Response answer = press(page);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("This takes 10 credits and you have 4.")
                .contains("href=\"/credits?request=6#request\"");
        bookkeeper.release(other);
    }

    private String page() {
        Response answer = given().get("/generations/" + earlier.id);
        assertThat(answer.statusCode()).isEqualTo(200);
        token = Optional.ofNullable(answer.cookie("csrf-token")).orElse(token);
        return answer.asString();
    }

    private Response press(String page) {
        String form = page.substring(page.indexOf("action=\"/generations/" + earlier.id + "/retry\""));
        form = form.substring(0, form.indexOf("</form>"));
        return send(Map.of("key", field(form, "key"), "quote", field(form, "quote"), "price", field(form, "price"), "confirmed",
                field(form, "confirmed")));
    }

    private Response send(Map<String, String> fields) {
        String csrf = token == null ? given().get("/generations/" + earlier.id).cookie("csrf-token") : token;
        return given().redirects().follow(false).cookie("csrf-token", csrf).formParam("csrf-token", csrf).formParams(fields)
                .post("/generations/" + earlier.id + "/retry");
    }

    private static String field(String form, String name) {
        Matcher value = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(form);
        return value.find() ? value.group(1) : "";
    }

    private static Generation made(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        String address = answer.header("Location");
        UUID id = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
        return QuarkusTransaction.requiringNew().call(() -> Generation.findById(id));
    }

    private void limitedTo(Optional<Credits> day, Optional<Credits> askAbove) {
        limits.set(new SpendingLimit(me, day, Optional.empty(), OptionalInt.empty(), Optional.empty(), askAbove));
    }
}
