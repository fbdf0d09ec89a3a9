package app.inbetween.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.options.FilePayload;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The many ways a picture gets into a well. */
@QuarkusTest
@TestProfile(OpenStudio.class)
class FramesTest {

    private static final FilePayload DAWN = Photos.payload("dawn.png", 640, 360);
    private static final FilePayload DUSK = Photos.payload("dusk.png", 480, 360);

    @RegisterExtension
    final Visits visits = new Visits();

    private Visitor dora;

    @BeforeEach
    void doraComes() {
        dora = visits.newcomer();
    }

    @Test
    void twoFilesDroppedAtOnceFillBothWells() {
        dora.well("First frame").dispatchEvent("drop", Map.of("dataTransfer", carrying(DAWN, DUSK)));

        holds("dawn.png", "dusk.png");
        assertThat(dora.saidAt("First frame")).containsText("16:9");
        assertThat(dora.saidAt("Last frame")).containsText("4:3");
        assertThat(dora.page.getByText("What the model will see")).isVisible();
    }

    @Test
    void oneFileGoesWhereItIsDropped() {
        dora.well("Last frame").dispatchEvent("drop", Map.of("dataTransfer", carrying(DUSK)));

        assertThat(dora.saidAt("Last frame")).containsText("dusk.png");
        assertThat(dora.saidAt("First frame")).not().containsText("png");
    }

    @Test
    void pastedPicturesFillTheEmptyWellsInTurn() {
        pastes(DAWN);
        assertThat(dora.saidAt("First frame")).containsText("dawn.png");
        pastes(DUSK);

        holds("dawn.png", "dusk.png");
    }

    @Test
    void framesAreSwappedRemovedAndPickedAgain() {
        dora.well("First frame").dispatchEvent("drop", Map.of("dataTransfer", carrying(DAWN, DUSK)));
        holds("dawn.png", "dusk.png");

        dora.button("Swap first and last frame").click();
        holds("dusk.png", "dawn.png");
        dora.button("Remove the first frame").click();
        assertThat(dora.button("Remove the first frame")).hasCount(0);
        assertThat(dora.saidAt("Last frame")).containsText("dawn.png");

        dora.page.getByLabel("Use an earlier frame as first frame").click();
        dora.button("dusk.png").locator("visible=true").click();
        holds("dusk.png", "dawn.png");
        dora.page.reload();
        holds("dusk.png", "dawn.png");
    }

    private void holds(String first, String last) {
        assertThat(dora.saidAt("First frame")).containsText(first);
        assertThat(dora.saidAt("Last frame")).containsText(last);
    }

    private void pastes(FilePayload picture) {
        dora.page.evaluate("files => document.dispatchEvent(new ClipboardEvent('paste', "
                + "{ clipboardData: files, bubbles: true, cancelable: true }))", carrying(picture));
    }

    /** What the browser hands over when files are dropped or pasted. */
    private JSHandle carrying(FilePayload... pictures) {
        List<Map<String, String>> files = Stream.of(pictures).map(picture -> Map.of("name", picture.name, "type",
                picture.mimeType, "content", Base64.getEncoder().encodeToString(picture.buffer))).toList();
        return dora.page.evaluateHandle("""
                files => files.reduce((transfer, file) => {
                  const bytes = Uint8Array.from(atob(file.content), (char) => char.charCodeAt(0));
                  transfer.items.add(new File([bytes], file.name, { type: file.type }));
                  return transfer;
                }, new DataTransfer())""", files);
    }
}
