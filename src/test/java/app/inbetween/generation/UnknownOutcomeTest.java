package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.Reconciliation;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.Submission;
import io.quarkus.test.junit.QuarkusTest;

/** Jobs nobody knows the fate of: never sent twice, never lost, never charged for nothing. */
@QuarkusTest
class UnknownOutcomeTest extends OpenStudio {

    @Test
    void aSubmissionWithoutAnAnswerIsNeverSentAgain() {
        Generation clip = studio.asks(ben);
        provider.onSubmit = request -> {
            throw new IllegalStateException("connection reset");
        };

        studio.dispatch();
        for (int i = 0; i < 5; i++) {
            later();
            studio.dispatch();
            studio.rescue();
            studio.reconcile();
        }

        assertThat(studio.now(clip).state).isEqualTo(State.UNKNOWN);
        assertThat(provider.submitted).hasSize(1);
        assertThat(credits()).isEqualTo("98 available, 2 held, 0 spent");
    }

    @Test
    void aLostSubmissionThatIsFoundIsDeliveredAndCharged() {
        Generation clip = unknown();
        provider.onReconcile = () -> new Reconciliation.Found("job-found");

        later();
        studio.reconcile();
        assertThat(studio.now(clip).state).isEqualTo(State.RUNNING);
        later();
        studio.poll();

        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
        assertThat(credits()).isEqualTo("98 available, 0 held, 2 spent");
    }

    @Test
    void absenceIsNotBelievedBeforeALateSubmissionCouldHaveArrived() {
        Generation clip = unknown();
        provider.onReconcile = Reconciliation.Absent::new;

        clock.advance(Duration.ofSeconds(90));
        studio.reconcile();

        assertThat(studio.now(clip).state).isEqualTo(State.UNKNOWN);
        assertThat(provider.submitted).hasSize(1);
    }

    @Test
    void aSubmissionProvenNeverToHaveArrivedIsSentAgain() {
        Generation clip = unknown();
        provider.onReconcile = Reconciliation.Absent::new;
        provider.onSubmit = request -> new Submission.Accepted("job-second");

        later();
        studio.reconcile();
        studio.dispatch();

        assertThat(studio.now(clip).state).isEqualTo(State.RUNNING);
        assertThat(provider.submitted).hasSize(2);
        assertThat(provider.submitted.get(1).attemptToken()).isNotEqualTo(provider.submitted.get(0).attemptToken());
    }

    @Test
    void creditsComeBackWhenNobodyCanEverKnow() {
        Generation clip = unknown();

        clock.advance(Studio.aLongTime());
        studio.reconcile();

        assertThat(studio.now(clip).state).isEqualTo(State.FAILED);
        assertThat(studio.now(clip).fault().reason()).isEqualTo(Reason.OUTCOME_UNKNOWN);
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
    }

    @Test
    void creditsComeBackAlsoWhereEveryQuestionBreaks() {
        Generation clip = unknown();
        provider.onReconcile = () -> {
            throw new IllegalStateException("no such model");
        };

        clock.advance(Studio.aLongTime());
        studio.reconcile();

        assertThat(studio.now(clip).fault().reason()).isEqualTo(Reason.OUTCOME_UNKNOWN);
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
    }

    @Test
    void aJobTheProviderLostIsOfUnknownFate() {
        Generation clip = running();
        provider.onStatus = job -> new RemoteStatus.Missing("no such task");

        later();
        studio.poll();

        assertThat(studio.now(clip).state).isEqualTo(State.UNKNOWN);
        provider.onStatus = job -> new RemoteStatus.Succeeded("film", Optional.empty());
        later();
        studio.reconcile();
        assertThat(studio.now(clip).state).as("late success is delivered").isEqualTo(State.SUCCEEDED);
        assertThat(credits()).isEqualTo("98 available, 0 held, 2 spent");
    }

    @Test
    void silenceIsNoReasonToGiveUp() {
        Generation clip = running();
        provider.onStatus = job -> {
            throw new ProviderUnavailableException("503");
        };

        later();
        studio.poll();
        later();
        studio.poll();
        assertThat(studio.now(clip).state).isEqualTo(State.RUNNING);
        assertThat(studio.now(clip).attempt.misses).isEqualTo(2);

        clock.advance(Studio.aLongTime());
        studio.poll();
        assertThat(studio.now(clip).state).isEqualTo(State.UNKNOWN);
    }

    @Test
    void aClipThatTakesFarTooLongIsStopped() {
        Generation clip = running();
        provider.onStatus = job -> new RemoteStatus.Running(Optional.empty());

        clock.advance(Studio.aLongTime());
        studio.poll();

        assertThat(provider.cancelled).hasSize(1);
        assertThat(studio.now(clip).fault().reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
    }
}
