package app.inbetween.provider.wavespeed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import app.inbetween.fakes.Trouble;
import app.inbetween.provider.Reconciliation;
import app.inbetween.provider.VideoRequest;

/** Whether a task was made, told by a list that may tell too little. */
class WaveSpeedReconciliationTest extends WaveSpeedTestbed {

    @Test
    void aTaskThatWasNeverMadeIsAbsentWhereLaterOnesAreListed() {
        VideoRequest lost = sent(request());
        assertThat(provider().reconcile(lost, AT_ONCE)).isInstanceOf(Reconciliation.Unclear.class);

        accepted(request());

        assertThat(provider().reconcile(lost, AT_ONCE)).isInstanceOf(Reconciliation.Absent.class);
    }

    @Test
    void whereTheListTellsNoInputsNothingIsClaimed() {
        wavespeed().withoutInputs();
        VideoRequest lost = sent(request());
        fake().announce(Trouble.CREATED_THEN_CLOSED);
        provider().submit(lost, CLEARED);

        assertThat(provider().reconcile(lost, AT_ONCE)).isInstanceOf(Reconciliation.Unclear.class);
        assertThat(provider().reconcile(sent(request()), AT_ONCE)).isInstanceOf(Reconciliation.Unclear.class);
    }

    @Test
    void anEarlierAttemptWithTheSameWishesIsNotTakenForThisOne() {
        VideoRequest lost = sent(request());
        accepted(request());

        assertThat(provider().reconcile(lost, AT_ONCE)).isInstanceOf(Reconciliation.Absent.class);
    }

    @Test
    void whereUploadsAreRenamedNothingIsClaimed() {
        wavespeed().renameUploads();
        VideoRequest lost = sent(request());
        fake().announce(Trouble.CREATED_THEN_CLOSED);
        provider().submit(lost, CLEARED);

        assertThat(provider().reconcile(lost, AT_ONCE)).isInstanceOf(Reconciliation.Unclear.class);
    }

    @Test
    void aTaskIsFoundOnALaterPage() {
        fake().liftLimits();
        VideoRequest lost = sent(request());
        fake().announce(Trouble.CREATED_THEN_502);
        provider().submit(lost, CLEARED);
        for (int i = 0; i < 100; i++) {
            accepted(request());
        }

        Reconciliation found = provider().reconcile(lost, AT_ONCE);

        assertThat(found).isEqualTo(new Reconciliation.Found(fake().tasks().get(0).id()));
    }

    private static VideoRequest sent(VideoRequest request) {
        return request.sentAt(Instant.now());
    }
}
