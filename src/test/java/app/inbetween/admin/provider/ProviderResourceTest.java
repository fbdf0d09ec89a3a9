package app.inbetween.admin.provider;

import static app.inbetween.admin.Office.form;
import static app.inbetween.admin.Office.html;
import static app.inbetween.admin.Office.read;
import static app.inbetween.admin.Office.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import app.inbetween.generation.Generation;
import app.inbetween.generation.Studio;
import app.inbetween.price.Money;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.Submission;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** What a provider has to do, what it costs and what goes wrong is on its card. */
@QuarkusTest
@TestSecurity(user = ProviderDesk.BOSS, roles = { "admin", "user" })
class ProviderResourceTest extends ProviderDesk {

    private static final String ENABLED = "inbetween.provider.scripted.enabled";

    @AfterEach
    void switchItOnAgain() {
        System.clearProperty(ENABLED);
    }

    @Test
    @TestSecurity(user = "providers nobody", roles = "user")
    void toOthersItDoesNotExist() {
        given().get(PAGE).then().statusCode(404);
        for (String verb : new String[] { "checkup", "switch", "models" }) {
            send(SCRIPTED + "/" + verb, form("action", "off", "reason", "Because I can", "model", "scripted/clip"))
                    .statusCode(404);
        }
        assertThat(catalog.model("scripted/clip")).isPresent();
    }

    @Test
    void aProviderWithoutItsKeyIsAbsentAndSaysWhichKey() {
        assertThat(card()).contains("Ready").doesNotContain("INBETWEEN_PROVIDER");

        provider.close();

        assertThat(read(PAGE)).contains("Not set up", "Scripted Set INBETWEEN_PROVIDER_SCRIPTED_API_KEY and start");
        provider.open();
        studio.asks(studio.person("ben"));
        provider.close();
        assertThat(card()).as("with work to do").contains("Not set up", "It is not set up any more", "Waiting 1");
    }

    @Test
    void aProviderThatIsSwitchedOffBesideItsKeySaysSo() {
        System.setProperty(ENABLED, "false");
        provider.close();

        assertThat(read(PAGE)).contains("Scripted Switched off by INBETWEEN_PROVIDER_SCRIPTED_ENABLED=false . Take that out")
                .doesNotContain("INBETWEEN_PROVIDER_SCRIPTED_API_KEY");
        provider.open();
        studio.asks(studio.person("ben"));
        provider.close();
        assertThat(card()).as("with work to do").contains("It is switched off where the keys are set",
                "INBETWEEN_PROVIDER_SCRIPTED_ENABLED=false", "Waiting 1").doesNotContain("API_KEY");
    }

    @Test
    void whatItHasToDoAndWhatItCostsIsShown() {
        Studio.Person ben = studio.person("ben");
        Generation running = studio.asks(ben);
        studio.dispatch();
        studio.asks(ben);
        QuarkusTransaction.requiringNew().run(() -> budgets.set("scripted", Money.dollars(5_000_000)));

        assertThat(card()).contains("In flight 1", "Waiting 1", "Cost today $0.00 of $5.00 a day");
        studio.cancel(running);
    }

    @Test
    void whatFailedLatelyIsToldInItsOwnWords() {
        provider.onSubmit = request -> new Submission.Rejected(
                new Failure(Reason.PROVIDER_FAILED, Billing.NOT_BILLED, "500: out of <ink>"));
        Generation failed = studio.asks(studio.person("ben"));
        studio.dispatch();

        assertThat(html(PAGE)).contains("/admin/jobs/" + failed.id, "500: out of &lt;ink&gt;");
        assertThat(card()).contains("Failed lately Bud to bloom just now The provider could not draw this clip.");
        clock.advance(Duration.ofDays(8));
        assertThat(html(PAGE)).doesNotContain(failed.id.toString());
    }

    @Test
    void whatWentWrongWithoutAClipFailingIsToldForAWeek() {
        Generation lost = studio.asks(studio.person("ben"));
        provider.onSubmit = request -> new Submission.Unknown("connection reset by <peer>");
        studio.dispatch();

        assertThat(html(PAGE)).contains("connection reset by &lt;peer&gt;");
        assertThat(card()).contains("Last error just now connection reset");
        clock.advance(Duration.ofDays(8));
        assertThat(card()).doesNotContain("Last error");
        assertThat(studio.now(lost).isFinished()).isFalse();
    }

    @Test
    void clipsThatDoNotGetOnAreLinked() {
        assertThat(card()).doesNotContain("Do not get on");
        Generation lost = studio.asks(studio.person("ben"));
        provider.onSubmit = request -> new Submission.Unknown("502");
        studio.dispatch();
        Generation unsaved = studio.asks(studio.person("cleo"));
        sql.run("UPDATE generation SET state = 'NEEDS_ATTENTION', saving_at = ? WHERE id = ?",
                clock.instant().plusSeconds(1), unsaved.id);

        assertThat(card()).contains(
                "Do not get on Bud to bloom just now Outcome unknown Bud to bloom just now Needs attention All that need attention");
        assertThat(html(PAGE)).contains("/admin/jobs/" + lost.id, "/admin/jobs/" + unsaved.id);
        studio.clear();
    }

    @Test
    void aProviderWithoutRoomSaysUntilWhen() {
        clock.set(Instant.parse("2031-03-02T10:00:00Z"));
        provider.onSubmit = request -> new Submission.Later(Duration.ofMinutes(5));
        studio.asks(studio.person("ben"));

        studio.dispatch();

        assertThat(card()).contains("Waiting 1 busy until 2 March 2031, 10:05");
        clock.advance(Duration.ofMinutes(6));
        assertThat(card()).doesNotContain("busy until");
    }
}
