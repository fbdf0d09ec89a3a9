package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import app.inbetween.database.Sql;
import app.inbetween.generation.pace.ProviderHealth;
import app.inbetween.generation.show.ProgressWords;
import app.inbetween.notice.Notices;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Checkup;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.Submission;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** A provider that has trouble is handed nothing, and nothing that waits for it is lost. */
@QuarkusTest
class BreakerTest extends ShakyStudio {

    @Inject
    ProgressWords words;
    @Inject
    Notices notices;
    @Inject
    Sql sql;

    @Test
    void fiveFailuresInARowOpenIt() {
        List<Generation> clips = asked(7);
        provider.onSubmit = request -> new Submission.NotSent("connection refused");

        dispatch(4);
        assertThat(health.of("scripted").trouble()).isEmpty();
        dispatch(4);

        assertThat(provider.submitted).hasSize(5);
        assertThat(clips).allSatisfy(clip -> assertThat(studio.now(clip).state).isEqualTo(State.QUEUED));
        ProviderHealth.Health seen = health.of("scripted");
        assertThat(seen.trouble().orElseThrow().reason()).isEqualTo(Reason.PROVIDER_TRANSIENT);
        assertThat(seen.lastError().orElseThrow().words()).isEqualTo("connection refused");
        assertThat(seen.waiting()).isEqualTo(7);
    }

    @Test
    void anAnswerInBetweenShowsThatItIsWell() {
        asked(10);
        provider.cap = 100;
        fail(4);
        provider.onSubmit = request -> new Submission.Rejected(
                new Failure(Reason.CONTENT_POLICY, Billing.NOT_BILLED, "nsfw"));
        dispatchOne();
        fail(4);

        assertThat(health.of("scripted").trouble()).isEmpty();
    }

    @Test
    void failuresLongAgoDoNotCount() {
        asked(10);
        fail(4);
        clock.advance(Duration.ofMinutes(3));
        fail(1);

        assertThat(health.of("scripted").trouble()).isEmpty();
    }

    @Test
    void aRefusedKeyOpensItAtOnceAndAdministratorsAreToldOnce() {
        UUID ada = studio.person("ada").id();
        sql.run("UPDATE app_user SET roles = '{admin,user}' WHERE id = ?", ada);
        List<Generation> clips = asked(2);
        provider.onSubmit = request -> new Submission.Rejected(
                new Failure(Reason.PROVIDER_AUTH, Billing.NOT_BILLED, "Invalid API key"));
        provider.onCheckUp = () -> Checkup.trouble(Reason.PROVIDER_AUTH, "401");

        studio.dispatch();
        studio.dispatch();
        later();
        studio.probe();

        assertThat(clips).allSatisfy(clip -> assertThat(studio.now(clip).state).isEqualTo(State.QUEUED));
        assertThat(notices.of(ada)).singleElement().satisfies(notice -> {
            assertThat(notice.title()).isEqualTo("Scripted refuses us");
            assertThat(notice.href()).isEqualTo("/admin/providers");
        });
        recover();
        assertThat(notices.of(ada)).isEmpty();
        sql.run("UPDATE app_user SET roles = '{}' WHERE id = ?", ada);
    }

    @Test
    void theClipsPageSaysThatTheProviderHasTroubleAndNotWhich() {
        provider.onSubmit = request -> new Submission.Rejected(
                new Failure(Reason.PROVIDER_BALANCE, Billing.NOT_BILLED, "Insufficient balance"));
        List<Generation> clips = asked(2);
        studio.dispatch();

        Generation waiting = studio.now(clips.get(1));
        String headline = QuarkusTransaction.requiringNew().call(() -> words.headline(waiting));
        String note = QuarkusTransaction.requiringNew().call(() -> words.note(waiting));

        assertThat(headline).isEqualTo("Waiting: Scripted has trouble");
        assertThat(note).matches("Nothing is sent there for now, and nothing of yours is lost\\. "
                + "An administrator has been told\\. It is tried again (now|in .*)\\. You can close this page\\.")
                .doesNotContainIgnoringCase("balance");
    }

    @Test
    void runningClipsAreAskedAfterMoreRarely() {
        Generation running = studio.asks(ben);
        studio.dispatch();
        provider.cap = 2;
        asked(6);
        fail(5);
        provider.onStatus = job -> new RemoteStatus.Waiting();
        later();

        studio.poll();

        assertThat(Duration.between(clock.instant(), studio.now(running).dueAt)).isBetween(Duration.ofSeconds(32),
                Duration.ofSeconds(48));
        assertThat(health.of("scripted").inFlight()).isEqualTo(1);
    }

    @Test
    void questionsWithoutAnAnswerOpenItToo() {
        provider.cap = 100;
        List<Generation> clips = asked(5);
        studio.dispatch();
        provider.onStatus = job -> {
            throw new ProviderUnavailableException("timeout");
        };
        later();

        studio.poll();

        assertThat(health.of("scripted").trouble()).isPresent();
        assertThat(clips).allSatisfy(clip -> assertThat(studio.now(clip).state).isEqualTo(State.RUNNING));
    }

    private void recover() {
        provider.onCheckUp = () -> Checkup.healthy("Ready.");
        provider.onSubmit = request -> new Submission.Accepted("job");
        clock.advance(Duration.ofMinutes(11));
        studio.probe();
        studio.dispatch();
    }

    private void dispatch(int times) {
        IntStream.range(0, times).forEach(i -> studio.dispatch());
    }
}
