package app.inbetween.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The first stone, and the whole way through it. */
@QuarkusTest
@TestProfile(OpenStudio.class)
class FirstClipTest {

    private static final int HAVE_CURRENT_DATA = 2;

    @RegisterExtension
    final Visits visits = new Visits();

    @Test
    void aPairOfFramesBecomesAClipInTheGallery() {
        Visitor ben = visits.signsIn("ben");
        BigDecimal before = new BigDecimal(ben.balance());

        ben.triesSample("Glass flower, bud to bloom");
        assertThat(ben.generateButton()).containsText("Generate for 5 credits");
        assertThat(ben.generateButton()).containsText(before.subtract(new BigDecimal(5)).toPlainString() + " left after");
        ben.chooses("Resolution", "480p");
        assertThat(ben.generateButton()).containsText("Generate for 2.5 credits");
        ben.chooses("Duration", "2 s");
        assertThat(ben.generateButton()).containsText("Generate for 1 credit");
        ben.generateButton().click();

        ben.reachesTheClip();
        assertThat(ben.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).hasText("Flower");
        Locator film = ben.film();
        plays(film);
        assertThat(ben.page.waitForDownload(() -> ben.link("Download").click()).suggestedFilename())
                .isEqualTo("Flower.mp4");
        assertThat(ben.page.getByText("1 credit", new Page.GetByTextOptions().setExact(true))).isVisible();

        ben.link("Gallery").first().click();
        ben.link("Flower").first().click();
        assertThat(ben.page.locator("video")).isVisible();

        ben.link("In the statement").click();
        Locator statement = ben.page.getByRole(AriaRole.TABLE);
        assertThat(row(statement, "Held for Flower")).containsText("−1");
        assertThat(row(statement, "Spent on Flower")).containsText("1 from held");
        assertThat(new BigDecimal(ben.balance())).isEqualByComparingTo(before.subtract(BigDecimal.ONE));
        assertThat(ben.page.getByText("Free to spend").locator("xpath=..")).containsText(ben.balance());

        ben.page.getByLabel("Account of ben").click();
        ben.link("Sign out").click();
        assertThat(ben.heading("You make the first and last frame")).isVisible();
        ben.opens("/create");
        assertThat(ben.page.getByText("Custom user")).isVisible();
    }

    private static Locator row(Locator table, String words) {
        return table.getByRole(AriaRole.ROW, new Locator.GetByRoleOptions().setName(Pattern.compile(words))).first();
    }

    /** Decoded, of the right shape and length, and moving. */
    private static void plays(Locator film) {
        film.evaluate("film => film.play()");
        film.page().waitForFunction("film => film.currentTime > 0.2 && !film.paused", film.elementHandle());
        assertThat((int) film.evaluate("film => film.readyState")).isGreaterThanOrEqualTo(HAVE_CURRENT_DATA);
        assertThat((int) film.evaluate("film => film.videoWidth")).isEqualTo(854);
        assertThat((int) film.evaluate("film => film.videoHeight")).isEqualTo(480);
        assertThat(((Number) film.evaluate("film => film.duration")).doubleValue()).isBetween(1.9, 2.1);
    }
}
