package app.inbetween.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

import app.inbetween.database.Sql;
import app.inbetween.generation.State;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Every page of the administration: axe finds nothing on it. */
@QuarkusTest
@TestProfile(OpenStudio.class)
class AdminAccessibilityTest {

    @RegisterExtension
    final Visits visits = new Visits();
    @RegisterExtension
    final Examination axe = new Examination();
    @Inject
    Sql sql;

    @Test
    void theCreditsOfTheStudio() {
        Visitor ada = visits.signsIn("ada");
        ada.foresees(422);
        ada.opens("/admin");
        axe.check(ada, "dashboard");
        ada.opens("/admin/movements?kind=GRANT");
        axe.check(ada, "movements");
        ada.opens("/admin/movements?from=tomorrow");
        axe.check(ada, "movements, refused");
        ada.opens("/admin/prices");
        axe.check(ada, "prices");
        ada.opens("/admin/prices/versions?model=local/flow&resolution=720p");
        axe.check(ada, "a price");
        ada.page.getByLabel("Credits per second").fill("0");
        ada.button("Preview").click();
        assertThat(ada.page.getByRole(AriaRole.ALERT).first()).isVisible();
        axe.check(ada, "a price, refused");
        ada.page.getByLabel("Credits per second").fill("1.5");
        ada.page.getByLabel("Reason").fill("The new machines arrive");
        ada.button("Preview").click();
        assertThat(ada.heading("What this price would do")).isVisible();
        axe.check(ada, "a price, previewed");
        ada.opens("/admin/providers?models=local");
        ada.button("Test Inbetween renderer").click();
        assertThat(ada.page.getByText("just now").first()).isVisible();
        ada.opens("/admin/providers?models=local");
        ada.page.getByText("Switch off Inbetween renderer").click();
        axe.check(ada, "providers");
    }

    @Test
    void thePeopleOfTheStudio() {
        Visitor ada = visits.arrives().signsIn("ada");
        ada.foresees(422);
        ada.opens("/admin/users");
        axe.check(ada, "people");
        ada.page.locator(".people__table a.person").first().click();
        for (String action : List.of("Grant credits", "Take credits back", "Set limits")) {
            ada.page.locator("summary").filter(new Locator.FilterOptions().setHasText(action)).click();
            axe.check(ada, "a person, " + action);
        }
        ada.opens("/admin/grants");
        axe.check(ada, "grant to many");
        ada.page.getByLabel("Credits each").fill("5");
        ada.page.getByLabel("Reason").fill("For the spring film");
        ada.button("Show who gets what").click();
        assertThat(ada.heading("5 credits for each")).isVisible();
        axe.check(ada, "grant to many, drafted");
        ada.opens("/admin/audit");
        axe.check(ada, "audit");
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
            axe.check(dora, "clip that is " + stuck);
            ada.opens("/admin/jobs/" + id);
            ada.page.getByText("Give the credits back").click();
            axe.check(ada, "job that is " + stuck);
        }
        providerHadTrouble();
        ada.opens("/admin/providers");
        assertThat(ada.page.getByText("Do not get on").first()).isVisible();
        axe.check(ada, "providers, with trouble");
        ada.opens("/admin/jobs");
        axe.check(ada, "jobs");
        ada.opens("/admin/books");
        ada.button("Check now").click();
        assertThat(ada.page.getByText("Credits, clips, charges").or(ada.page.getByText("Export CSV")).first()).isVisible();
        axe.check(ada, "books");
        standsAt(id, State.CANCELLED);
    }

    @Test
    void askingForCreditsAndDeciding() {
        Visitor ada = visits.signsIn("ada");
        ada.foresees(422);
        Visitor dora = visits.newcomer();
        dora.foresees(422);
        dora.opens("/credits/requests?amount=40");
        axe.check(dora, "request for credits, empty");
        dora.page.getByLabel("What for").evaluate("field => field.removeAttribute('required')");
        dora.button("Send request").click();
        assertThat(dora.page.getByText("Say what you need them for")).isVisible();
        axe.check(dora, "request for credits, refused");
        dora.page.getByLabel("What for").fill("Four more shots");
        dora.button("Send request").click();
        dora.opens("/credits/requests");
        axe.check(dora, "request for credits, open");

        ada.opens("/admin/requests");
        assertThat(ada.page.getByText(dora.name()).first()).isVisible();
        axe.check(ada, "requests");
        ada.opens("/admin/rules");
        assertThat(ada.page.getByText("asks for 40 credits").first()).isVisible();
        axe.check(ada, "rules, below a notice");
        ada.page.getByText("Add an allowance").click();
        ada.button("Preview").click();
        axe.check(ada, "rules, with a refused allowance");
        ada.page.getByLabel("Name").fill("Film");
        ada.page.getByLabel("Credits each month").fill("300");
        ada.page.locator("form:has(button:text('Preview'))").getByLabel("Why").fill("Spring film");
        ada.button("Preview").click();
        assertThat(ada.heading("Who gets it")).isVisible();
        axe.check(ada, "preview of an allowance");
    }

    /** Whatever became of the test: the others want clips drawn. */
    @AfterEach
    void theTroubleIsOver() {
        sql.run("UPDATE provider_lane SET closed_until = NULL");
    }

    private void providerHadTrouble() {
        sql.run("""
                INSERT INTO provider_health (provider, last_error, last_error_at) VALUES ('local', 'connection refused', now())
                ON CONFLICT (provider) DO UPDATE SET last_error = excluded.last_error, last_error_at = excluded.last_error_at""");
        sql.run("""
                INSERT INTO provider_lane (provider, lane, closed_until) VALUES ('local', 'SUBMIT', now() + interval '5 min')
                ON CONFLICT (provider, lane) DO UPDATE SET closed_until = excluded.closed_until""");
    }

    /** No worker gets near it meanwhile. */
    private void standsAt(UUID clip, State state) {
        QuarkusTransaction.requiringNew().run(() -> sql.run("""
                UPDATE generation SET state = ?, due_at = timestamptz '2999-01-01', unknown_at = created_at,
                  finished_at = CASE ? WHEN 'CANCELLED' THEN created_at END, failure_detail = 'no answer' WHERE id = ?
                """, state, state, clip));
    }
}
