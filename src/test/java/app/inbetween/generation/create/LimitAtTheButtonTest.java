package app.inbetween.generation.create;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import app.inbetween.generation.Generation;
import app.inbetween.ledger.Bookkeeper;
import app.inbetween.price.Credits;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

/** What stands in the way is said before the button is pressed, and who wants to be asked is asked. */
@QuarkusTest
class LimitAtTheButtonTest extends PricedDesk {

    @Inject
    Bookkeeper bookkeeper;

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
}
