package app.inbetween.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** From the front door to a playing clip without a mouse. */
@QuarkusTest
@TestProfile(OpenStudio.class)
class KeyboardTest {

    private static final int FAR = 80;

    private static final String NAME = """
            () => {
              const it = document.activeElement;
              const named = (it.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent);
              return (it.getAttribute("aria-label") ?? (named.join(" ").trim() || it.labels?.[0]?.textContent || it.textContent))
                .replace(/\\s+/g, " ").trim();
            }""";

    /** Says what is wrong with how the focus is shown, or nothing. */
    private static final String SEEN = """
            () => {
              const it = document.activeElement;
              if (it === document.body) return "the focus is nowhere";
              const outlined = (part) => getComputedStyle(part).outlineStyle !== "none" && parseFloat(getComputedStyle(part).outlineWidth) > 0;
              const shown = [it.nextElementSibling, it.closest("label"), it].filter((part) => part && outlined(part))[0];
              if (!shown) return "no outline";
              const box = shown.getBoundingClientRect();
              if (box.bottom < 1 || box.top > innerHeight - 1) return "out of sight";
              const x = box.x + box.width / 2;
              const y = (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2;
              const top = document.elementFromPoint(x, y);
              const whole = shown.closest("label") ?? shown;
              return whole.contains(top) || top?.contains(whole) ? "" : "covered by " + top?.outerHTML.slice(0, 80);
            }""";

    @RegisterExtension
    final Visits visits = new Visits();

    private Visitor dora;

    @Test
    void aClipIsMadeAndWatchedWithKeysAlone() {
        dora = visits.arrives(browser -> browser.setViewportSize(1280, 720));
        dora.opens("/");
        tabTo("Sign in");
        press("Enter");
        signIn("newcomer " + UUID.randomUUID());

        tabTo("Skip to content");
        tabTo("Glass flower, bud to bloom");
        press("Enter");
        assertThat(dora.button("Remove the last frame")).isVisible();
        assertThat(dora.well("First frame")).isFocused();

        tabTo("Flow");
        press("ArrowDown");
        staysAt("Model", "Crossfade", "1");
        tabTo("5 s");
        press("ArrowLeft");
        staysAt("Duration", "4 s", "0.8");
        press("ArrowLeft");
        press("ArrowLeft");
        press("ArrowLeft");
        staysAt("Duration", "1 s", "0.2");
        tabTo("720p");
        press("ArrowLeft");
        staysAt("Resolution", "480p", "0.1");
        backTo("Name of the video");
        dora.page.keyboard().type("By hand");
        tabTo("Generate for 0.1 credits");
        press("Enter");

        dora.reachesTheClip();
        assertThat(dora.heading("By hand")).isVisible();
        Locator film = dora.film();
        tabTo("Play");
        press("Space");
        dora.page.waitForFunction("film => film.currentTime > 0.2 && !film.paused", film.elementHandle());
        assertThat(dora.button("Pause")).isFocused();
        press("k");
        assertThat((boolean) film.evaluate("film => film.paused")).isTrue();
        backTo("Position");
        press("Home");
        press("ArrowRight");
        assertThat(dora.page.getByLabel("Position")).hasAttribute("aria-valuetext", "frame 1 of 23");
        press(".");
        assertThat(dora.page.getByLabel("Position")).hasAttribute("aria-valuetext", "frame 2 of 23");
    }

    @Test
    void everythingOnTheFormIsReachedInSight() {
        dora = visits.arrives(browser -> browser.setViewportSize(1280, 720)).signsIn("newcomer " + UUID.randomUUID());
        dora.triesSample("Glass flower");
        tabTo("Advanced");
        press("Enter");
        tabTo("Keep this seed");
        press("Space");
        tabTo("Generate for 5 credits");

        dora.page.getByLabel("Name of the video").focus();
        dora.page.keyboard().type("Slow");
        press("Control+Enter");
        dora.reachesTheClip();
        tabTo("Cancel, 5 credits come back");
        press("Enter");
        assertThat(dora.heading("You cancelled this clip")).isVisible();

        dora.page.reload();
        tabTo("Account of");
        press("Enter");
        assertThat(dora.link("Sign out")).isVisible();
        press("Escape");
        assertThat(dora.link("Sign out")).not().isVisible();
        press("?");
        assertThat(dora.heading("Shortcuts")).isVisible();
        press("Escape");
        assertThat(dora.heading("Shortcuts")).not().isVisible();
    }

    private void signIn(String name) {
        assertThat(dora.page.getByText("Custom user")).isVisible();
        dora.page.getByText("Custom user").press("Enter");
        dora.page.getByPlaceholder("Name").focus();
        dora.page.keyboard().type(name);
        press("Tab");
        dora.page.keyboard().type("user");
        press("Enter");
        assertThat(dora.page).hasURL(Pattern.compile("/create$"));
    }

    /** The focus is still on the option that was just chosen, also once the server's answer is on the page. */
    private void staysAt(String group, String option, String price) {
        assertThat(dora.generateButton()).containsText("Generate for " + price + " credit");
        assertThat(dora.choice(group, option)).isChecked();
        assertThat(dora.choice(group, option)).isFocused();
        assertThat((String) dora.page.evaluate(SEEN)).as("focus on " + option).isEmpty();
    }

    private void tabTo(String name) {
        walk("Tab", name);
    }

    private void backTo(String name) {
        walk("Shift+Tab", name);
    }

    private void walk(String key, String name) {
        StringBuilder way = new StringBuilder();
        for (int stop = 0; stop < FAR; stop++) {
            press(key);
            String here = (String) dora.page.evaluate(NAME);
            way.append(" | ").append(here);
            assertThat((String) dora.page.evaluate(SEEN)).as("focus on “" + here + "”").isEmpty();
            if (here.startsWith(name)) {
                return;
            }
        }
        throw new AssertionError(name + " was not reached by " + key + ": " + way);
    }

    private void press(String key) {
        dora.page.keyboard().press(key);
    }
}
