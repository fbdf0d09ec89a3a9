package app.inbetween.journey;

import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OpenStudio.class)
class AskingTwiceTest {

    @RegisterExtension
    final Visits visits = new Visits();

    private Visitor dora;

    @BeforeEach
    void doraHasFilledTheForm() {
        dora = visits.newcomer();
        dora.triesSample("Packshot");
        dora.makesItShort();
        dora.page.getByLabel("Name of the video").fill("Box, opened");
    }

    @Test
    void aDoubleClickIsOneClip() {
        dora.generateButton().dblclick();

        dora.reachesTheClip();
        ownsClips(1);
    }

    @Test
    void pressingTheKeysTwiceIsOneClip() {
        dora.page.getByLabel("Name of the video").focus();
        dora.page.keyboard().press("Control+Enter");
        dora.page.keyboard().press("Control+Enter");

        dora.reachesTheClip();
        ownsClips(1);
    }

    @Test
    void goingBackAndPressingAgainChargesNothingThatWasNotShown() {
        dora.generateButton().click();
        String clip = dora.reachesTheClip();

        dora.page.goBack();
        assertThat(dora.generateButton()).containsText("Generate for 0.1 credits");
        dora.generateButton().click();

        ownsClips(dora.reachesTheClip().equals(clip) ? 1 : 2);
    }

    /** In the gallery, and on the statement. */
    private void ownsClips(int number) {
        dora.opens("/gallery");
        assertThat(dora.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Box, opened"))).hasCount(number);
        assertThat(dora.balance()).isEqualTo(number == 1 ? "99.9" : "99.8");
        assertNoViolations();
    }
}
