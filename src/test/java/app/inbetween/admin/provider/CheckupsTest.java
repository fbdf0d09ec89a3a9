package app.inbetween.admin.provider;

import static app.inbetween.admin.Office.form;
import static app.inbetween.admin.Office.led;
import static app.inbetween.admin.Office.read;
import static app.inbetween.admin.Office.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import app.inbetween.generation.Generation;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Checkup;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.Submission;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** A test of a provider tells how it is, and that it is well again. */
@QuarkusTest
@TestSecurity(user = ProviderDesk.BOSS, roles = { "admin", "user" })
class CheckupsTest extends ProviderDesk {

    @Test
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
    void aTestThatFailedIsPastOnceAClipIsTaken() {
        provider.onCheckUp = () -> Checkup.trouble(Reason.PROVIDER_TRANSIENT, "It did not answer.");
        Generation before = studio.asks(studio.person("ben"));
        studio.dispatch();
        clock.advance(Duration.ofMinutes(1));
        test();
        assertThat(card()).as("what it had before proves nothing").contains("Trouble", "It did not answer.", "Failed just now");
        String ready = ready();

        clock.advance(Duration.ofMinutes(10));
        Generation after = studio.asks(studio.person("cleo"));
        studio.dispatch();

        assertThat(card()).contains("Ready", "Failed, but clips were taken since. It said: It did not answer. 10 min ago")
                .doesNotContain("Trouble");
        assertThat(ready()).isNotEqualTo(ready);
        studio.cancel(before);
        studio.cancel(after);
    }

    @Test
    void aClipThatIsNotTakenLeavesATestThatFailedAsItIs() {
        provider.onCheckUp = () -> Checkup.trouble(Reason.PROVIDER_TRANSIENT, "It did not answer.");
        test();
        clock.advance(Duration.ofMinutes(10));
        provider.onSubmit = request -> new Submission.Unknown("502");

        studio.asks(studio.person("ben"));
        studio.dispatch();

        assertThat(card()).contains("Trouble", "It did not answer.", "Failed 10 min ago");
        studio.clear();
    }

    /** Such as {@code 3 of 7 can be used now}. */
    private static String ready() {
        return read(PAGE).replaceFirst(".*?(\\d+ of \\d+ can be used now).*", "$1");
    }

    private void test() {
        assertThat(led(send(SCRIPTED + "/checkup", form()))).isEqualTo(PAGE + "#scripted");
    }
}
