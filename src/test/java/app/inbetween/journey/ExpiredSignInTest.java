package app.inbetween.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OpenStudio.class)
class ExpiredSignInTest {

    private static final Pattern SESSION = Pattern.compile("^q_session.*");

    @RegisterExtension
    final Visits visits = new Visits();

    @Test
    void theFormWaitsWhileSomebodySignsInAgainInAnotherTab() {
        Visitor dora = visits.newcomer();
        dora.foresees(499);
        dora.triesSample("Desk lamp");
        expire(dora);

        dora.page.getByLabel("Name of the video").fill("From dawn to dusk");
        dora.choice("Duration", "7 s").check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
        assertThat(dora.page.getByText("Your sign-in has expired")).isVisible();
        assertThat(dora.page.getByText("Nothing you filled in is lost.")).isVisible();
        Page second = dora.page.waitForPopup(() -> dora.link("Sign in").click());
        new Visitor(second).choosesAccount(dora.name());

        assertThat(dora.page.getByText("Your sign-in has expired")).hasCount(0);
        assertThat(dora.generateButton()).containsText("Generate for 7 credits");
        assertThat(dora.page.getByLabel("Name of the video")).hasValue("From dawn to dusk");
        assertThat(dora.button("Remove the first frame")).isVisible();
        dora.page.reload();
        assertThat(dora.page.getByLabel("Name of the video")).hasValue("From dawn to dusk");
        assertThat(dora.choice("Duration", "7 s")).isChecked();
    }

    @Test
    void wordsSurviveASignInWithoutScripts() {
        Visitor dora = visits.arrives(browser -> browser.setJavaScriptEnabled(false)).signsIn("newcomer " + UUID.randomUUID());
        dora.triesSample("Desk lamp");
        dora.page.getByLabel("Name of the video").fill("From dawn to dusk");
        expire(dora);

        dora.generateButton().click();
        dora.choosesAccount(dora.name());

        assertThat(dora.page).hasURL(Pattern.compile("/create$"));
        assertThat(dora.page.getByLabel("Name of the video")).hasValue("From dawn to dusk");
        assertThat(dora.button("Remove the first frame")).isVisible();
        assertThat(dora.generateButton()).containsText("95 left after");
    }

    private static void expire(Visitor visitor) {
        visitor.page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName(SESSION));
    }
}
