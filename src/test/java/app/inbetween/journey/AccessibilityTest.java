package app.inbetween.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;

import app.inbetween.database.Sql;
import app.inbetween.frame.Frame;
import app.inbetween.storage.BlobStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Every page people meet: axe finds nothing on it. */
@QuarkusTest
@TestProfile(OpenStudio.class)
class AccessibilityTest {

    @RegisterExtension
    final Visits visits = new Visits();
    @RegisterExtension
    final Examination axe = new Examination();
    @Inject
    BlobStore blobs;
    @Inject
    Sql sql;

    @Test
    void theWayInAndTheErrorPage() {
        Visitor stranger = visits.arrives();
        stranger.opens("/");
        axe.check(stranger, "welcome");
        stranger.foresees(404);
        stranger.opens("/nowhere");
        axe.check(stranger, "error page");
        stranger.signsIn("ada");
        stranger.opens("/generations/00000000-0000-0000-0000-000000000000");
        axe.check(stranger, "error page of somebody signed in");
        stranger.opens("/signed-in");
        axe.check(stranger, "signed in again");
    }

    @Test
    void theCreateForm() {
        Visitor dora = visits.newcomer();
        dora.foresees(422);
        axe.check(dora, "create, empty");
        dora.triesSample("Glass flower");
        dora.page.getByText("Advanced").click();
        axe.check(dora, "create, filled");
        dora.answered(() -> dora.well("Last frame").setInputFiles(new FilePayload("notes.png", "image/png", new byte[100])));
        assertThat(dora.saidAt("Last frame").getByRole(AriaRole.ALERT)).isVisible();
        axe.check(dora, "create, with a wrong file");
        dora.page.getByLabel("Use an earlier frame as first frame").click();
        axe.check(dora, "create, picking an earlier frame");
    }

    @Test
    void aClipFromJobToViewer() {
        Visitor dora = visits.newcomer();
        dora.opens("/gallery");
        axe.check(dora, "gallery, empty");
        dora.button("Try the flower").click();
        assertThat(dora.button("Remove the last frame")).isVisible();
        dora.makesItShort();
        dora.generateButton().click();
        dora.reachesTheClip();
        dora.film();
        axe.check(dora, "viewer");
        dora.opens("/gallery");
        axe.check(dora, "gallery");
        dora.opens("/credits");
        axe.check(dora, "credits");
        dora.page.getByLabel("Month").selectOption(new SelectOption().setIndex(1));
        assertThat(dora.page.getByText("Free now")).isVisible();
        axe.check(dora, "credits, of a month");
        dora.link("Set a limit of your own").click();
        axe.check(dora, "own limits");
        dora.foresees(422);
        dora.page.getByLabel("Ask me above").fill("plenty");
        dora.button("Save").click();
        assertThat(dora.page.getByText("is not an amount of credits")).isVisible();
        axe.check(dora, "own limits, refused");
        dora.page.keyboard().press("?");
        assertThat(dora.heading("Shortcuts")).isVisible();
        axe.check(dora, "shortcuts");
    }

    @Test
    void aClipThatIsDrawnAndThenCalledOff() {
        Visitor dora = visits.newcomer();
        dora.triesSample("Packshot");
        dora.chooses("Resolution", "1080p");
        dora.chooses("Duration", "10 s");
        dora.generateButton().click();
        String clip = dora.reachesTheClip();
        assertThat(dora.page.getByText(Pattern.compile("^\\d+ of 240 frames")).first()).isVisible();
        axe.check(dora, "job");
        dora.opens("/gallery");
        axe.check(dora, "gallery, with a clip in the making");
        dora.opens("/credits");
        axe.check(dora, "credits, with a hold");
        dora.opens(clip);
        dora.button("Cancel").click();
        assertThat(dora.heading("You cancelled this clip")).isVisible();
        axe.check(dora, "cancelled");
    }

    @Test
    void aClipThatFailed() throws IOException {
        Visitor dora = visits.newcomer();
        dora.answered(() -> dora.well("First frame").setInputFiles(Photos.payload("lost.png", 654, 368)));
        dora.answered(() -> dora.well("Last frame").setInputFiles(Photos.payload("kept.png", 654, 372)));
        Frame lost = QuarkusTransaction.requiringNew().call(() -> Frame.<Frame> find("name", "lost.png").singleResult());
        blobs.delete(lost.key());
        dora.makesItShort();
        dora.generateButton().click();
        dora.reachesTheClip();
        assertThat(dora.page.getByText("You were not charged.")).isVisible();
        axe.check(dora, "failed");
    }
}
