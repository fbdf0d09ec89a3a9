package app.inbetween.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OpenStudio.class)
class OutOfCreditsTest {

    @RegisterExtension
    final Visits visits = new Visits();
    @Inject
    Purse purse;

    @Test
    void whoIsShortIsOfferedWhatStillFits() {
        Visitor dora = visits.newcomer();
        dora.triesSample("Desk lamp");
        purse.leaves(dora.name(), 3);

        dora.chooses("Duration", "6 s");
        assertThat(dora.page.getByLabel("Price")).containsText("This takes 6 credits and you have 3");
        assertThat(dora.generateButton()).isDisabled();
        assertThat(dora.generateButton()).containsText("3 credits short");

        dora.button("Use 3 s").click();
        assertThat(dora.generateButton()).containsText("Generate for 3 credits");
        assertThat(dora.generateButton()).containsText("0 left after");
        dora.chooses("Duration", "6 s");
        dora.button("Use 480p").click();
        assertThat(dora.generateButton()).containsText("Generate for 3 credits");
        dora.makesItShort();
        dora.generateButton().click();

        dora.reachesTheClip();
    }

    @Test
    void whoHasNothingIsToldWhomToAsk() {
        Visitor cleo = visits.signsIn("cleo");
        purse.leaves("cleo", 0);

        cleo.triesSample("Desk lamp");

        assertThat(cleo.page.getByLabel("Price")).containsText("This takes 5 credits and you have 0");
        assertThat(cleo.page.getByLabel("Price")).containsText("Ask someone who runs this studio for credits.");
        assertThat(cleo.generateButton()).isDisabled();
        cleo.page.keyboard().press("Control+Enter");
        cleo.opens("/gallery");
        assertThat(cleo.heading("Your first video takes two pictures")).isVisible();
    }
}
