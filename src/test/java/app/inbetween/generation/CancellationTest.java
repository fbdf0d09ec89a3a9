package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Cancellation;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.RateLimit;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.Submission;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CancellationTest extends OpenStudio {

    @Test
    void aWaitingClipIsCancelledAtOnce() {
        Generation clip = studio.asks(ben);

        generations.cancel(ben.id(), clip.id);
        studio.dispatch();

        assertThat(studio.now(clip).state).isEqualTo(State.CANCELLED);
        assertThat(provider.submitted).isEmpty();
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
    }

    @Test
    void aClipThatIsCalledOffWhileItsFramesAreSentIsNotPaidFor() {
        Generation clip = studio.asks(ben);
        provider.onUpload = request -> generations.cancel(ben.id(), clip.id);

        studio.dispatch();

        assertThat(provider.submitted).isEmpty();
        assertThat(studio.now(clip).state).isEqualTo(State.CANCELLED);
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
    }

    @Test
    void aRunningClipIsCancelledThroughItsProvider() {
        Generation clip = running();

        generations.cancel(ben.id(), clip.id);
        studio.poll();

        assertThat(provider.cancelled).hasSize(1);
        assertThat(studio.now(clip).state).isEqualTo(State.CANCELLED);
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
    }

    @Test
    void aCancellationTheProviderBillsIsCharged() {
        Generation clip = running();
        provider.onCancel = job -> Cancellation.ASKED;
        provider.onStatus = job -> new RemoteStatus.Cancelled(Billing.BILLED);

        generations.cancel(ben.id(), clip.id);
        studio.poll();

        assertThat(studio.now(clip).state).isEqualTo(State.CANCELLED);
        assertThat(credits()).isEqualTo("98 available, 0 held, 2 spent");
    }

    @Test
    void aCancellationTheProviderBillsIsChargedHoweverLateThatIsLearnt() {
        Generation clip = running();
        provider.onCancel = job -> Cancellation.ASKED;
        provider.onStatus = job -> new RemoteStatus.Missing("for now");
        generations.cancel(ben.id(), clip.id);
        studio.poll();
        assertThat(studio.now(clip).state).isEqualTo(State.UNKNOWN);

        provider.onStatus = job -> new RemoteStatus.Cancelled(Billing.BILLED);
        later();
        studio.reconcile();

        assertThat(studio.now(clip).state).isEqualTo(State.CANCELLED);
        assertThat(credits()).isEqualTo("98 available, 0 held, 2 spent");
    }

    @Test
    void aCancellationThatComesTooLateStillDelivers() {
        Generation clip = running();
        provider.onCancel = job -> Cancellation.REFUSED;

        generations.cancel(ben.id(), clip.id);
        studio.poll();

        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
        assertThat(credits()).isEqualTo("98 available, 0 held, 2 spent");
    }

    @Test
    void toStopAClipCountsAsAQuestionOfItsOwn() {
        Generation clip = running();
        provider.onStatus = job -> new RemoteStatus.Waiting();
        generations.cancel(ben.id(), clip.id);

        isStoppedOnlyWithLeaveForTwoQuestions(clip);

        assertThat(studio.now(clip).state).isEqualTo(State.CANCELLED);
    }

    @Test
    void soDoesToStopAClipThatTakesFarTooLong() {
        Generation clip = running();
        provider.onStatus = job -> new RemoteStatus.Running(Optional.empty());
        clock.advance(Studio.aLongTime());

        isStoppedOnlyWithLeaveForTwoQuestions(clip);

        assertThat(studio.now(clip).fault().reason()).isEqualTo(Reason.TIMEOUT);
    }

    @Test
    void nobodyCancelsSomebodyElsesClip() {
        Generation clip = studio.asks(ben);

        assertThat(generations.cancel(UUID.randomUUID(), clip.id)).isEmpty();
        assertThat(studio.now(clip).state).isEqualTo(State.QUEUED);
    }

    @Test
    void whatIsCalledOffWhileItIsTurnedAwayDoesNotWaitForAnotherTry() {
        Generation clip = studio.asks(ben);
        provider.onSubmit = request -> {
            generations.cancel(ben.id(), clip.id);
            return new Submission.Later(Duration.ofHours(1));
        };

        studio.dispatch();

        assertThat(studio.now(clip).state).isEqualTo(State.CANCELLED);
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
    }

    @Test
    void whatIsCalledOffWhileItIsAskedAfterIsStoppedWithoutWaitingForItsTurn() {
        Generation clip = running();
        provider.onStatus = job -> {
            generations.cancel(ben.id(), clip.id);
            return new RemoteStatus.Waiting();
        };
        later();
        studio.poll();
        assertThat(studio.now(clip).state).isEqualTo(State.RUNNING);

        studio.poll();

        assertThat(provider.cancelled).hasSize(1);
        assertThat(studio.now(clip).state).isEqualTo(State.CANCELLED);
    }

    private void isStoppedOnlyWithLeaveForTwoQuestions(Generation clip) {
        provider.queries = new RateLimit(1, Duration.ofMinutes(1));
        studio.poll();
        assertThat(provider.cancelled).isEmpty();
        assertThat(studio.now(clip).state).isEqualTo(State.RUNNING);

        provider.queries = new RateLimit(2, Duration.ofMinutes(1));
        later();
        studio.poll();
        assertThat(provider.cancelled).hasSize(1);
    }
}
