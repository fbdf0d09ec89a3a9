package app.inbetween.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

import app.inbetween.media.TestPictures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OpenStudio.class)
class WrongFileTest {

    @RegisterExtension
    final Visits visits = new Visits();
    @TempDir
    Path files;

    @Test
    void aFileThatIsNoPictureIsRefusedAtItsWellAndNothingElseIsLost() {
        Visitor dora = visits.newcomer();
        dora.foresees(422);
        dora.answered(() -> dora.well("First frame").setInputFiles(Photos.payload("opening.png", 640, 360)));
        dora.page.getByLabel("Name of the video").fill("The opening");
        dora.chooses("Duration", "3 s");
        assertThat(dora.saidAt("First frame")).containsText("opening.png");

        dora.answered(() -> dora.well("Last frame").setInputFiles(new FilePayload("notes.png", "image/png",
                "Buy milk, then flowers.".getBytes(StandardCharsets.UTF_8))));

        assertThat(dora.saidAt("Last frame").getByRole(AriaRole.ALERT)).hasText(
                "This is a text, whatever its name says. Choose a JPEG, PNG or WebP picture.");
        assertThat(dora.saidAt("First frame").getByRole(AriaRole.ALERT)).hasCount(0);
        keepsTheRest(dora);

        dora.page.reload();
        keepsTheRest(dora);
    }

    @Test
    void aMissingFrameIsAskedForAtItsWell() {
        Visitor dora = visits.newcomer();
        dora.foresees(422);
        dora.answered(() -> dora.well("Last frame").setInputFiles(Photos.payload("end.png", 640, 360)));

        dora.answered(() -> dora.generateButton().click());

        assertThat(dora.saidAt("First frame").getByRole(AriaRole.ALERT))
                .hasText("Choose the first frame, then press Generate again.");
        assertThat(dora.saidAt("Last frame")).containsText("end.png");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBeforeItIsSent() {
        Visitor dora = visits.newcomer();
        dora.answered(() -> dora.well("First frame").setInputFiles(Photos.payload("opening.png", 640, 360)));

        dora.well("Last frame").setInputFiles(TestPictures.write(files, "scan.png", new byte[45 * 512 * 1024]));

        assertThat(dora.saidAt("Last frame").getByRole(AriaRole.ALERT)).containsText("scan.png has 22.5 MB");
        assertThat(dora.saidAt("First frame")).containsText("opening.png");
    }

    private static void keepsTheRest(Visitor dora) {
        assertThat(dora.saidAt("First frame")).containsText("opening.png");
        assertThat(dora.page.getByLabel("Name of the video")).hasValue("The opening");
        assertThat(dora.choice("Duration", "3 s")).isChecked();
    }
}
