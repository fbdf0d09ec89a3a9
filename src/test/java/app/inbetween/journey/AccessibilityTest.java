package app.inbetween.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;

import app.inbetween.database.Sql;
import app.inbetween.frame.Frame;
import app.inbetween.generation.State;
import app.inbetween.storage.BlobStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Every page, dark and light, on a desk and on a phone: axe finds nothing, and nothing has to be scrolled sideways. */
@QuarkusTest
@TestProfile(OpenStudio.class)
class AccessibilityTest {

    private static final int[] DESK_AND_PHONE = { 1440, 390 };
    private static final int[] WIDTHS = { 360, 390, 768, 1440, 1920 };
    private static final int HEIGHT = 900;

    @RegisterExtension
    final Visits visits = new Visits();
    @Inject
    BlobStore blobs;
    @Inject
    Sql sql;

    private final List<String> found = new ArrayList<>();

    @AfterEach
    void nothingWasFound() {
        assertThat(found).isEmpty();
    }

    @Test
    void theWayInAndTheErrorPage() {
        Visitor stranger = visits.arrives();
        stranger.opens("/");
        check(stranger, "welcome");
        stranger.foresees(404);
        stranger.opens("/nowhere");
        check(stranger, "error page");
        stranger.signsIn("ada");
        stranger.opens("/generations/00000000-0000-0000-0000-000000000000");
        check(stranger, "error page of somebody signed in");
        stranger.opens("/signed-in");
        check(stranger, "signed in again");
    }

    @Test
    void theCreateForm() {
        Visitor dora = visits.newcomer();
        dora.foresees(422);
        check(dora, "create, empty");
        dora.triesSample("Glass flower");
        dora.page.getByText("Advanced").click();
        check(dora, "create, filled");
        dora.answered(() -> dora.well("Last frame").setInputFiles(new FilePayload("notes.png", "image/png", new byte[100])));
        assertThat(dora.saidAt("Last frame").getByRole(AriaRole.ALERT)).isVisible();
        check(dora, "create, with a wrong file");
        dora.page.getByLabel("Use an earlier frame as first frame").click();
        check(dora, "create, picking an earlier frame");
    }

    @Test
    void aClipFromJobToViewer() {
        Visitor dora = visits.newcomer();
        dora.opens("/gallery");
        check(dora, "gallery, empty");
        dora.button("Try the flower").click();
        assertThat(dora.button("Remove the last frame")).isVisible();
        dora.makesItShort();
        dora.generateButton().click();
        dora.reachesTheClip();
        dora.film();
        check(dora, "viewer");
        dora.opens("/gallery");
        check(dora, "gallery");
        dora.opens("/credits");
        check(dora, "credits");
        dora.page.getByLabel("Month").selectOption(new SelectOption().setIndex(1));
        assertThat(dora.page.getByText("Free now")).isVisible();
        check(dora, "credits, of a month");
        dora.link("Set a limit of your own").click();
        check(dora, "own limits");
        dora.foresees(422);
        dora.page.getByLabel("Ask me above").fill("plenty");
        dora.button("Save").click();
        assertThat(dora.page.getByText("is not an amount of credits")).isVisible();
        check(dora, "own limits, refused");
        dora.page.keyboard().press("?");
        assertThat(dora.heading("Shortcuts")).isVisible();
        check(dora, "shortcuts");
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
        check(dora, "job");
        dora.opens("/gallery");
        check(dora, "gallery, with a clip in the making");
        dora.opens("/credits");
        check(dora, "credits, with a hold");
        dora.opens(clip);
        dora.button("Cancel").click();
        assertThat(dora.heading("You cancelled this clip")).isVisible();
        check(dora, "cancelled");
    }

    @Test
    void aClipThatIsStuckAndWhoLooksAfterIt() {
        Visitor dora = visits.newcomer();
        dora.triesSample("Packshot");
        dora.chooses("Duration", "10 s");
        dora.generateButton().click();
        String clip = dora.reachesTheClip();
        dora.button("Cancel").click();
        assertThat(dora.heading("You cancelled this clip")).isVisible();
        UUID id = UUID.fromString(clip.substring(clip.lastIndexOf('/') + 1));
        Visitor ada = visits.signsIn("ada");
        for (State stuck : List.of(State.UNKNOWN, State.NEEDS_ATTENTION)) {
            standsAt(id, stuck);
            dora.opens(clip);
            check(dora, "clip that is " + stuck);
            ada.opens("/admin/jobs/" + id);
            ada.page.getByText("Give the credits back").click();
            check(ada, "job that is " + stuck);
        }
        ada.opens("/admin/jobs");
        check(ada, "jobs");
        ada.opens("/admin/books");
        ada.button("Check now").click();
        assertThat(ada.page.getByText("Credits, clips, charges").or(ada.page.getByText("Export CSV")).first()).isVisible();
        check(ada, "books");
        standsAt(id, State.CANCELLED);
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
        check(dora, "failed");
    }

    @Test
    void thePeopleOfTheStudio() {
        Visitor ada = visits.arrives().signsIn("ada");
        ada.foresees(422);
        ada.opens("/admin/users");
        check(ada, "people");
        ada.page.locator(".people__table a.person").first().click();
        for (String action : List.of("Grant credits", "Take credits back", "Set limits")) {
            ada.page.locator("summary").filter(new Locator.FilterOptions().setHasText(action)).click();
            check(ada, "a person, " + action);
        }
        ada.opens("/admin/grants");
        check(ada, "grant to many");
        ada.page.getByLabel("Credits each").fill("5");
        ada.page.getByLabel("Reason").fill("For the spring film");
        ada.button("Show who gets what").click();
        assertThat(ada.heading("5 credits for each")).isVisible();
        check(ada, "grant to many, drafted");
        ada.opens("/admin/audit");
        check(ada, "audit");
    }

    /** No worker gets near it meanwhile. */
    private void standsAt(UUID clip, State state) {
        QuarkusTransaction.requiringNew().run(() -> sql.run("""
                UPDATE generation SET state = ?, due_at = timestamptz '2999-01-01', unknown_at = created_at,
                  finished_at = CASE ? WHEN 'CANCELLED' THEN created_at END, failure_detail = 'no answer' WHERE id = ?
                """, state, state, clip));
    }

    @Test
    void askingForCreditsAndDeciding() {
        Visitor ada = visits.signsIn("ada");
        ada.foresees(422);
        Visitor dora = visits.newcomer();
        dora.foresees(422);
        dora.opens("/credits/requests?amount=40");
        check(dora, "request for credits, empty");
        dora.page.getByLabel("What for").evaluate("field => field.removeAttribute('required')");
        dora.button("Send request").click();
        assertThat(dora.page.getByText("Say what you need them for")).isVisible();
        check(dora, "request for credits, refused");
        dora.page.getByLabel("What for").fill("Four more shots");
        dora.button("Send request").click();
        dora.opens("/credits/requests");
        check(dora, "request for credits, open");

        ada.opens("/admin/requests");
        assertThat(ada.page.getByText(dora.name()).first()).isVisible();
        check(ada, "requests");
        ada.opens("/admin/rules");
        assertThat(ada.page.getByText("asks for 40 credits").first()).isVisible();
        check(ada, "rules, below a notice");
        ada.page.getByText("Add an allowance").click();
        ada.button("Preview").click();
        check(ada, "rules, with a refused allowance");
        ada.page.getByLabel("Name").fill("Film");
        ada.page.getByLabel("Credits each month").fill("300");
        ada.page.getByLabel("Why").first().fill("Spring film");
        ada.button("Preview").click();
        assertThat(ada.heading("Who gets it")).isVisible();
        check(ada, "preview of an allowance");
    }

    private void check(Visitor visitor, String what) {
        for (int width : DESK_AND_PHONE) {
            visitor.page.setViewportSize(width, HEIGHT);
            visitor.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            examine(new AxeBuilder(visitor.page), what + " at " + width + ", dark");
            visitor.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            // Of all that axe looks at, only this depends on the colours.
            examine(new AxeBuilder(visitor.page).withRules(List.of("color-contrast")), what + " at " + width + ", light");
        }
        for (int width : WIDTHS) {
            visitor.page.setViewportSize(width, HEIGHT);
            int needed = (int) visitor.page.evaluate("() => document.documentElement.scrollWidth");
            if (needed > width) {
                found.add(what + " needs " + needed + " pixels at " + width);
            }
        }
    }

    private void examine(AxeBuilder axe, String what) {
        AxeResults results = axe.setLegacyMode(true).analyze();
        assertThat(results.getPasses()).as("rules that axe tried on " + what).isNotEmpty();
        for (Rule violation : results.getViolations()) {
            found.add(what + ": " + violation.getId() + " at "
                    + violation.getNodes().stream().map(node -> node.getHtml() + " " + node.getFailureSummary()).toList());
        }
    }
}
