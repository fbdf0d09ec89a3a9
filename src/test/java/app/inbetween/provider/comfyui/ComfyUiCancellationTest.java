package app.inbetween.provider.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import app.inbetween.fakes.FakeTask;
import app.inbetween.provider.Cancellation;
import app.inbetween.provider.RemoteJob;
import app.inbetween.provider.RemoteStatus;

/** Who stops what, and that it is nobody else's. */
class ComfyUiCancellationTest extends ComfyUiTestbed {

    @Test
    void aWaitingClipIsTakenOutOfTheQueue() {
        RemoteJob job = accepted(request());

        assertThat(provider().cancel(job)).isEqualTo(Cancellation.STOPPED);
        assertThat(fake().tasks()).isEmpty();
    }

    @Test
    void aWaitingClipIsTakenOutOfTheQueueOfAnOlderServer() {
        comfy().growOld();
        RemoteJob job = accepted(request());

        assertThat(provider().cancel(job)).isEqualTo(Cancellation.STOPPED);
        assertThat(fake().log()).contains("POST /queue").doesNotContain("POST /interrupt");
    }

    @Test
    void aRunningClipIsInterrupted() {
        RemoteJob job = running();

        assertThat(provider().cancel(job)).isEqualTo(Cancellation.ASKED);
        assertThat(last(job)).isInstanceOf(RemoteStatus.Cancelled.class);
    }

    @Test
    void aRunningClipIsInterruptedAtAnOlderServer() {
        comfy().growOld();
        RemoteJob job = running();

        assertThat(provider().cancel(job)).isEqualTo(Cancellation.ASKED);
        assertThat(fake().log()).contains("POST /interrupt");
        assertThat(last(job)).isInstanceOf(RemoteStatus.Cancelled.class);
    }

    @Test
    void nobodyElsesClipIsInterrupted() {
        comfy().growOld();
        RemoteJob other = running();
        RemoteJob job = accepted(request());

        provider().cancel(job);

        assertThat(fake().tasks()).extracting(FakeTask::isCancelled).containsExactly(false);
        assertThat(provider().status(other)).isInstanceOf(RemoteStatus.Running.class);
    }

    @Test
    void aFinishedClipCannotBeCancelled() {
        RemoteJob job = accepted(request());
        last(job);

        assertThat(provider().cancel(job)).isEqualTo(Cancellation.REFUSED);
    }

    private RemoteJob running() {
        fake().hold();
        RemoteJob job = accepted(request());
        provider().status(job);
        assertThat(provider().status(job)).isInstanceOf(RemoteStatus.Running.class);
        return job;
    }
}
