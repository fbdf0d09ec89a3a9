package app.inbetween.admin.provider;

import static app.inbetween.admin.Office.does;
import static app.inbetween.admin.Office.form;
import static app.inbetween.admin.Office.html;
import static app.inbetween.admin.Office.led;
import static app.inbetween.admin.Office.read;
import static app.inbetween.admin.Office.refused;
import static app.inbetween.admin.Office.send;
import static app.inbetween.admin.Office.text;
import static app.inbetween.ledger.LedgerAssertions.assertNoViolations;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.budget.ProviderBudgets;
import app.inbetween.database.Sql;
import app.inbetween.generation.Generation;
import app.inbetween.generation.ScriptedProvider;
import app.inbetween.generation.Studio;
import app.inbetween.price.Money;
import app.inbetween.provider.Availability;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Checkup;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.Submission;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
class ProviderResourceTest {

    private static final String BOSS = "providers boss";
    private static final String PAGE = "/admin/providers";
    private static final String SCRIPTED = PAGE + "/scripted";

    @Inject
    ScriptedProvider provider;
    @Inject
    Studio studio;
    @Inject
    People people;
    @Inject
    ModelCatalog catalog;
    @Inject
    Availability availability;
    @Inject
    ProviderBudgets budgets;
    @Inject
    Sql sql;
    @Inject
    SettableClock clock;

    @BeforeEach
    void open() {
        studio.clear();
        studio.priceScripted();
        provider.open();
        // Later than whatever other tests have left, so that it is none of this week's.
        clock.set(Instant.now().plus(Duration.ofDays(60)).truncatedTo(ChronoUnit.SECONDS));
        sql.run("DELETE FROM provider_checkup WHERE provider = 'scripted'");
    }

    @AfterEach
    void putEverythingBack() {
        QuarkusTransaction.requiringNew().run(() -> {
            availability.switchOn("scripted");
            availability.show("scripted/clip");
            budgets.remove("scripted");
        });
        provider.close();
        clock.reset();
        assertNoViolations();
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
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
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
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
    void aTestTellsWhatWasLearntAndTheBalanceIsRemembered() {
        assertThat(card()).contains("Last test None yet").doesNotContain("Balance");
        provider.onCheckUp = () -> Checkup.healthy("The key works.", "12.34 USD");

        test();
        assertThat(card()).contains("Ready", "The key works. just now", "Balance 12.34 USD just now");

        clock.advance(Duration.ofMinutes(10));
        provider.onCheckUp = () -> Checkup.trouble(Reason.PROVIDER_AUTH, "The key is not accepted.");
        test();
        assertThat(card()).contains("Trouble", "The key is not accepted.", "Failed just now", "Balance 12.34 USD 10 min ago");

        provider.onCheckUp = () -> {
            throw new IllegalStateException("secret-key-of-theirs");
        };
        test();
        assertThat(read(PAGE)).contains("The test broke off.").doesNotContain("secret-key-of-theirs");
        send(PAGE + "/nobody/checkup", form()).statusCode(404);
    }

    @Test
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
    void aProviderThatIsLeftAloneSaysUntilWhen() {
        clock.set(Instant.parse("2031-03-02T10:00:00Z"));
        sql.run("""
                INSERT INTO provider_health (provider, reason, trouble_since, opened_at, probe_at)
                VALUES ('scripted', 'PROVIDER_BALANCE', ?, ?, ?)""", clock.instant(), clock.instant(),
                clock.instant().plusSeconds(300));

        assertThat(card()).contains("Trouble", "The provider does not accept jobs at the moment.",
                "It is handed nothing since 2 March 2031, 10:00 , and looked at again on 2 March 2031, 10:05");

        sql.run("DELETE FROM provider_health WHERE provider = 'scripted'");
    }

    @Test
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
    void aTestThatSucceedsHasItHandedAClipAgain() {
        provider.onSubmit = request -> new Submission.Rejected(
                new Failure(Reason.PROVIDER_BALANCE, Billing.NOT_BILLED, "402"));
        Generation waiting = studio.asks(studio.person("ben"));
        studio.dispatch();
        assertThat(card()).contains("Trouble", "Waiting 1");
        provider.onSubmit = request -> new Submission.Accepted("job");
        provider.onCheckUp = () -> Checkup.healthy("The key works.");

        test();
        clock.advance(Duration.ofMinutes(6));
        studio.dispatch();

        assertThat(studio.now(waiting).state.name()).isEqualTo("RUNNING");
        assertThat(card()).contains("Ready", "In flight 1");
    }

    @Test
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
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
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
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
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
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
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
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
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
    void aProviderWithoutRoomSaysUntilWhen() {
        clock.set(Instant.parse("2031-03-02T10:00:00Z"));
        provider.onSubmit = request -> new Submission.Later(Duration.ofMinutes(5));
        studio.asks(studio.person("ben"));

        studio.dispatch();

        assertThat(card()).contains("Waiting 1 busy until 2 March 2031, 10:05");
        clock.advance(Duration.ofMinutes(6));
        assertThat(card()).doesNotContain("busy until");
    }

    @Test
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
    void aProviderIsSwitchedOffAndOnWithAReason() {
        assertThat(text(refused(SCRIPTED + "/switch", form("action", "off", "reason", "no")))).contains(
                "Give a reason of 8 to 500 characters.");
        assertThat(catalog.model("scripted/clip")).isPresent();

        Map<String, String> off = form("action", "off", "reason", "It draws nonsense");
        assertThat(does(SCRIPTED + "/switch", off)).contains("Scripted is switched off.", "Switched off by " + BOSS,
                "It draws nonsense", "People can choose its models again");
        does(SCRIPTED + "/switch", off);
        assertThat(catalog.model("scripted/clip")).isEmpty();
        assertThat(does(SCRIPTED + "/switch", form("action", "off", "reason", "Once more, please"))).contains(
                "Scripted was switched off already.");

        assertThat(does(SCRIPTED + "/switch", form("action", "on", "reason", "It draws again"))).contains(
                "Scripted is switched on.");
        assertThat(catalog.model("scripted/clip")).isPresent();
        assertThat(audited("Switched a provider off")).isEqualTo("Scripted: On to Off, It draws nonsense");
        assertThat(audited("Switched a provider on")).isEqualTo("Scripted: Off to On, It draws again");
    }

    @Test
    @TestSecurity(user = BOSS, roles = { "admin", "user" })
    void aModelIsHiddenAndOfferedAgain() {
        String unpriced = provider.offers("unpriced");
        assertThat(card()).contains("2 offered", "No price at tiny", unpriced, "Hide Scripted");

        Map<String, String> hide = form("action", "hide", "model", "scripted/clip");
        String led = led(send(SCRIPTED + "/models", hide));
        assertThat(led).endsWith("&models=scripted#scripted");
        assertThat(read(led)).contains("Scripted is hidden.", "1 offered, 1 hidden", "Offer Scripted");
        assertThat(html(led)).contains("<details class=\"fold\" open>");
        assertThat(catalog.model("scripted/clip")).isEmpty();

        does(SCRIPTED + "/models", form("action", "offer", "model", "scripted/clip"));
        assertThat(catalog.model("scripted/clip")).isPresent();
        assertThat(audited("Hid a model")).isEqualTo("Scripted, scripted/clip: Offered to Hidden, ");
        send(SCRIPTED + "/models", form("action", "hide", "model", "local/flow")).statusCode(404);
    }

    private void test() {
        assertThat(led(send(SCRIPTED + "/checkup", form()))).isEqualTo(PAGE + "#scripted");
    }

    /** What is said of the scripted provider. */
    private static String card() {
        String page = html(PAGE);
        String card = page.substring(page.indexOf("<section class=\"card provider\" id=\"scripted\""));
        return text(card.substring(0, card.indexOf("</section>")));
    }

    private String audited(String action) {
        return sql.first("SELECT * FROM audit_entry WHERE action = ? ORDER BY at DESC, id DESC LIMIT 1",
                row -> row.getString("object") + ": " + row.getString("before") + " to " + row.getString("after") + ", "
                        + row.getString("reason"),
                action).orElse("");
    }
}
