package app.inbetween.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;

import app.inbetween.provider.Availability;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** From the front door to a playing clip without a mouse. */
@QuarkusTest
@TestProfile(OpenStudio.class)
class KeyboardTest {

    @RegisterExtension
    final Visits visits = new Visits();

    @Inject
    Availability availability;

    private Visitor dora;
    private Keys keys;

    @AfterEach
    void everythingIsOffered() {
        QuarkusTransaction.requiringNew().run(() -> {
            availability.switchOn("local");
            availability.show("local/crossfade");
        });
    }

    @Test
    void aClipIsMadeAndWatchedWithKeysAlone() {
        dora = arrives();
        dora.opens("/");
        keys.tabTo("Sign in");
        keys.press("Enter");
        signIn("newcomer " + UUID.randomUUID());

        keys.tabTo("Skip to content");
        keys.tabTo("Glass flower, bud to bloom");
        keys.press("Enter");
        assertThat(dora.button("Remove the last frame")).isVisible();
        assertThat(dora.well("First frame")).isFocused();

        keys.tabTo("Flow");
        keys.press("ArrowDown");
        staysAt("Model", "Crossfade", "1");
        keys.tabTo("5 s");
        keys.press("ArrowLeft");
        staysAt("Duration", "4 s", "0.8");
        keys.press("ArrowLeft");
        keys.press("ArrowLeft");
        keys.press("ArrowLeft");
        staysAt("Duration", "1 s", "0.2");
        keys.tabTo("720p");
        keys.press("ArrowLeft");
        staysAt("Resolution", "480p", "0.1");
        keys.backTo("Name of the video");
        keys.type("By hand");
        keys.tabTo("Generate for 0.1 credits");
        keys.press("Enter");

        dora.reachesTheClip();
        assertThat(dora.heading("By hand")).isVisible();
        Locator film = dora.film();
        keys.tabTo("Play");
        keys.press("Space");
        dora.page.waitForFunction("film => film.currentTime > 0.2 && !film.paused", film.elementHandle());
        assertThat(dora.button("Pause")).isFocused();
        keys.press("k");
        assertThat((boolean) film.evaluate("film => film.paused")).isTrue();
        keys.backTo("Position");
        keys.press("Home");
        keys.press("ArrowRight");
        assertThat(dora.page.getByLabel("Position")).hasAttribute("aria-valuetext", "frame 1 of 23");
        keys.press(".");
        assertThat(dora.page.getByLabel("Position")).hasAttribute("aria-valuetext", "frame 2 of 23");
    }

    @Test
    void everythingOnTheFormIsReachedInSight() {
        dora = arrives().signsIn("newcomer " + UUID.randomUUID());
        dora.triesSample("Glass flower");
        keys.tabTo("Advanced");
        keys.press("Enter");
        keys.tabTo("Keep this seed");
        keys.press("Space");
        keys.tabTo("Generate for 5 credits");

        dora.page.getByLabel("Name of the video").focus();
        keys.type("Slow");
        keys.press("Control+Enter");
        dora.reachesTheClip();
        keys.tabTo("Cancel, 5 credits come back");
        keys.press("Enter");
        assertThat(dora.heading("You cancelled this clip")).isVisible();

        dora.page.reload();
        keys.tabTo("Account of");
        keys.press("Enter");
        assertThat(dora.link("Sign out")).isVisible();
        keys.press("Escape");
        assertThat(dora.link("Sign out")).not().isVisible();
        keys.press("?");
        assertThat(dora.heading("Shortcuts")).isVisible();
        keys.press("Escape");
        assertThat(dora.heading("Shortcuts")).not().isVisible();
    }

    @Test
    void aProviderIsTestedAndItsShelfArranged() {
        Visitor ada = arrives().signsIn("ada");
        ada.opens("/admin/providers");
        keys.tabTo("Test Inbetween renderer");
        keys.press("Enter");
        assertThat(ada.card("Inbetween renderer")).containsText("Ready. just now");

        turns("off");
        assertThat(ada.done()).containsText("Inbetween renderer is switched off. What was asked for before is still made.");
        assertThat(ada.card("Inbetween renderer")).containsText("New fans are put in");
        turns("on");
        assertThat(ada.done()).containsText("Inbetween renderer is switched on.");

        keys.tabTo("Models of Inbetween renderer");
        keys.press("Enter");
        keys.tabTo("Hide Crossfade");
        keys.press("Enter");
        assertThat(ada.done()).containsText("Crossfade is hidden.");
        keys.tabTo("Offer Crossfade");
        keys.press("Enter");
        assertThat(ada.done()).containsText("Crossfade is offered.");
    }

    private Visitor arrives() {
        Visitor visitor = visits.arrives(browser -> browser.setViewportSize(1280, 720));
        keys = new Keys(visitor.page);
        return visitor;
    }

    /** @param way {@code on} or {@code off} */
    private void turns(String way) {
        keys.tabTo("Switch " + way + " Inbetween renderer");
        keys.press("Enter");
        keys.tabTo("Reason");
        keys.type("New fans are put in");
        keys.tabTo("Switch Inbetween renderer " + way);
        keys.press("Enter");
    }

    private void signIn(String name) {
        assertThat(dora.page.getByText("Custom user")).isVisible();
        dora.page.getByText("Custom user").press("Enter");
        dora.page.getByPlaceholder("Name").focus();
        keys.type(name);
        keys.press("Tab");
        keys.type("user");
        keys.press("Enter");
        assertThat(dora.page).hasURL(Pattern.compile("/create$"));
    }

    /** The focus is still on the option that was just chosen, also once the server's answer is on the page. */
    private void staysAt(String group, String option, String price) {
        assertThat(dora.generateButton()).containsText("Generate for " + price + " credit");
        assertThat(dora.choice(group, option)).isChecked();
        assertThat(dora.choice(group, option)).isFocused();
        keys.assertFocusIsSeen(option);
    }
}
