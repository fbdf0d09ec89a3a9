package app.inbetween.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import app.inbetween.fakes.Trouble;

/** What becomes of a submission that nobody knows the outcome of. */
abstract class ReconciliationContract extends SubmissionContract {

    /** Whether a task that was made without our learning of it can be found again. */
    protected abstract boolean findsLostTasks();

    /** Whether it can be proven that a task was never made. */
    protected boolean provesAbsence() {
        return findsLostTasks();
    }

    /** As where the studio has written down whose job it is. */
    protected void isAnothers(RemoteJob job) {
    }

    @TestFactory
    Stream<DynamicTest> aTaskThatWasMadeWithoutOurLearningOfItIsNotSentAgain() {
        return each(Trouble::creates, trouble -> {
            VideoRequest request = request();
            fake().announce(trouble);

            Submission submission = provider().submit(request, CLEARED);

            assertThat(submission).isInstanceOf(Submission.Unknown.class);
            assertThat(fake().tasks()).hasSize(1);
        });
    }

    @TestFactory
    Stream<DynamicTest> aTaskThatWasMadeWithoutOurLearningOfItIsFound() {
        return each(Trouble::creates, trouble -> {
            VideoRequest request = request();
            fake().announce(trouble);
            provider().submit(request, CLEARED);

            Reconciliation found = lookFor(request);

            if (findsLostTasks()) {
                assertThat(found).isInstanceOf(Reconciliation.Found.class);
                RemoteJob job = new RemoteJob(request.generation(), request.model(),
                        ((Reconciliation.Found) found).remoteId());
                assertThat(last(job)).isInstanceOf(RemoteStatus.Succeeded.class);
            } else {
                assertThat(found).isInstanceOf(Reconciliation.Unclear.class);
            }
        });
    }

    @Test
    void aTaskThatWasNeverMadeIsNotFound() {
        Reconciliation found = provider().reconcile(request(), AT_ONCE);

        assertThat(found).isInstanceOf(provesAbsence() ? Reconciliation.Absent.class : Reconciliation.Unclear.class);
    }

    @Test
    void somebodyElsesTaskIsNotTakenForOurs() {
        if (findsLostTasks()) {
            RemoteJob other = accepted(request());
            last(other);
            isAnothers(other);

            Reconciliation found = lookFor(request());

            assertThat(found).isNotInstanceOf(Reconciliation.Found.class);
        } else {
            assertThat(provider().reconcile(request(), AT_ONCE)).isInstanceOf(Reconciliation.Unclear.class);
        }
    }

    /** As one that was sent just now; a task may have to be asked more than once what it is. */
    private Reconciliation lookFor(VideoRequest lost) {
        VideoRequest sent = lost.sentAt(Instant.now());
        Reconciliation found = provider().reconcile(sent, AT_ONCE);
        for (int i = 0; i < 5 && found instanceof Reconciliation.Unclear; i++) {
            found = provider().reconcile(sent, AT_ONCE);
        }
        return found;
    }
}
