package app.inbetween.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

import app.inbetween.provider.Availability;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OpenStudio.class)
class WithoutScriptsTest {

    @RegisterExtension
    final Visits visits = new Visits();

    @Inject
    Availability availability;

    private Visitor dora;

    @BeforeEach
    void doraComes() {
        dora = visits.arrives(browser -> browser.setJavaScriptEnabled(false)).signsIn("newcomer " + UUID.randomUUID());
    }

    @AfterEach
    void everythingIsOffered() {
        QuarkusTransaction.requiringNew().run(() -> {
            availability.switchOn("local");
            availability.show("local/crossfade");
        });
    }

    @Test
    void aClipIsAskedForFollowedAndWatched() {
        dora.triesSample("Packshot");
        choose("Model", "Crossfade");
        choose("Resolution", "480p");
        choose("Duration", "1 s");
        dora.button("Show price").click();
        assertThat(dora.generateButton()).containsText("Generate for 0.1 credits");
        assertThat(dora.generateButton()).containsText("99.9 left after");
        dora.page.getByLabel("Name of the video").fill("Box, opened");
        dora.generateButton().click();

        dora.reachesTheClip();
        assertThat(dora.heading("Box, opened")).isVisible();
        Awaitility.await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofSeconds(1)).until(() -> {
            dora.page.reload();
            return dora.page.locator("video").count() == 1;
        });
        Locator film = dora.page.locator("video");
        assertThat(film).hasAttribute("controls", "");
        assertThat(dora.downloads(film)).hasSizeGreaterThan(1000);
        assertThat(dora.balance()).isEqualTo("99.9");
    }

    @Test
    void filesAreSentWithAnyButtonAndRefusedAtTheirWell() {
        dora.well("First frame").setInputFiles(Photos.payload("opening.png", 640, 360));
        dora.well("Last frame")
                .setInputFiles(new FilePayload("notes.png", "image/png", "Milk".getBytes(StandardCharsets.UTF_8)));
        dora.page.getByLabel("Name of the video").fill("The opening");
        dora.foresees(422);
        dora.button("Show price").click();

        assertThat(dora.saidAt("Last frame").getByRole(AriaRole.ALERT)).containsText("Choose a JPEG, PNG or WebP picture.");
        assertThat(dora.saidAt("First frame")).containsText("opening.png");
        assertThat(dora.page.getByLabel("Name of the video")).hasValue("The opening");

        dora.generateButton().click();
        assertThat(dora.saidAt("Last frame").getByRole(AriaRole.ALERT))
                .hasText("Choose the last frame, then press Generate again.");
    }

    @Test
    void aProviderIsTestedAndItsShelfArranged() {
        Visitor ada = visits.arrives(browser -> browser.setJavaScriptEnabled(false)).signsIn("ada");
        ada.foresees(422);
        ada.opens("/admin/providers");
        ada.button("Test Inbetween renderer").click();
        assertThat(ada.card("Inbetween renderer")).containsText("Ready. just now");

        turns(ada, "off", "          ");
        assertThat(ada.page.getByRole(AriaRole.ALERT)).hasText("Give a reason of 8 to 500 characters. It is kept for ever.");
        turns(ada, "off", "New fans are put in");
        assertThat(ada.done()).containsText("Inbetween renderer is switched off. What was asked for before is still made.");
        assertThat(ada.card("Inbetween renderer")).containsText("New fans are put in");
        turns(ada, "on", "The fans are in");
        assertThat(ada.done()).containsText("Inbetween renderer is switched on.");

        ada.page.getByText("Models of Inbetween renderer").click();
        ada.button("Hide Crossfade").click();
        assertThat(ada.done()).containsText("Crossfade is hidden.");
        dora.opens("/create");
        assertThat(dora.choice("Model", "Crossfade")).hasCount(0);
        ada.button("Offer Crossfade").click();
        assertThat(ada.done()).containsText("Crossfade is offered.");
        dora.opens("/create");
        assertThat(dora.choice("Model", "Crossfade")).hasCount(1);
    }

    /** @param way {@code on} or {@code off} */
    private static void turns(Visitor ada, String way, String reason) {
        Locator card = ada.card("Inbetween renderer");
        Locator field = card.getByLabel("Reason");
        if (!field.isVisible()) {
            card.getByText("Switch " + way).first().click();
        }
        field.fill(reason);
        ada.button("Switch Inbetween renderer " + way).click();
    }

    private void choose(String group, String option) {
        dora.choice(group, option).check(new Locator.CheckOptions().setForce(true));
    }
}
