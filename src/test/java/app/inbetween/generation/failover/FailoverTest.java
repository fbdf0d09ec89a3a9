package app.inbetween.generation.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import app.inbetween.generation.Failover;
import app.inbetween.generation.Generation;
import app.inbetween.generation.GenerationChanged;
import app.inbetween.generation.State;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.Submission;
import app.inbetween.provider.VideoModel.Feature;
import io.quarkus.test.junit.QuarkusTest;

/** Another model tries, once for each failure, only where that was wanted and nothing was billed. */
@QuarkusTest
class FailoverTest extends UnderstudyWaiting {

    private static final Set<Reason> THEIRS = EnumSet.of(Reason.PROVIDER_AUTH, Reason.PROVIDER_BALANCE, Reason.RATE_LIMITED,
            Reason.CONCURRENCY_LIMIT, Reason.PROVIDER_TRANSIENT, Reason.PROVIDER_FAILED, Reason.TIMEOUT, Reason.LOST,
            Reason.CANCELLED, Reason.RESULT_EXPIRED);

    @Test
    void anotherModelDrawsTheSameAndOnlyThatIsCharged() {
        Generation failed = failed(3);
        assertThat(credits()).as("what the first one held is back").isEqualTo("100 available, 0 held, 0 spent");

        pursuit.pursueWaiting();
        Generation standIn = standInFor(failed).orElseThrow();
        assertThat(credits()).isEqualTo("97 available, 3 held, 0 spent");
        finish();

        assertThat(standIn.settings.model()).isEqualTo(model);
        assertThat(standIn.settings.prompt()).isEqualTo(failed.settings.prompt());
        assertThat(standIn.settings.durationMillis()).isEqualTo(failed.settings.durationMillis());
        assertThat(standIn.settings.resolution()).isEqualTo(failed.settings.resolution());
        assertThat(standIn.settings.frameRate()).as("it makes no other").isEqualTo(25);
        assertThat(List.of(standIn.firstFrame, standIn.lastFrame)).isEqualTo(List.of(failed.firstFrame, failed.lastFrame));
        assertThat(studio.now(standIn).state).isEqualTo(State.SUCCEEDED);
        assertThat(end(failed)).isEqualTo(Failover.STOOD_IN);
        assertThat(studio.now(failed).state).isEqualTo(State.FAILED);
        assertThat(credits()).isEqualTo("97 available, 0 held, 3 spent");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void onlyWhatIsTheProvidersOwnAndCertainlyUnbilledIsMadeGood(Reason reason) {
        for (Billing billing : Billing.values()) {
            provider.onSubmit = request -> new Submission.Accepted("job");
            provider.onStatus = job -> new RemoteStatus.Failed(new Failure(reason, billing, "oops"));
            Generation failed = asks(3);
            studio.dispatch();
            later();
            studio.poll();

            pursuit.pursueWaiting();

            boolean expected = THEIRS.contains(reason) && billing == Billing.NOT_BILLED;
            assertThat(standInFor(failed).isPresent()).as(reason + " " + billing).isEqualTo(expected);
            assertThat(end(failed)).isEqualTo(expected ? Failover.STOOD_IN : Failover.UNSUITABLE);
        }
    }

    @Test
    void aFailureOnTheWayIsMadeGoodToo() {
        provider.onSubmit = request -> new Submission.Accepted("job");
        provider.onStatus = job -> new RemoteStatus.Failed(new Failure(Reason.PROVIDER_FAILED, Billing.NOT_BILLED, "oops"));
        Generation failed = asks(3);
        studio.dispatch();
        later();
        studio.poll();

        pursuit.pursueWaiting();

        assertThat(standInFor(failed)).isPresent();
    }

    @Test
    void nothingIsTriedUnlessItIsWanted() {
        Generation failed = studio.asks(ben);
        studio.dispatch();

        pursuit.pursue(failed.id);
        pursuit.pursueWaiting();

        assertThat(standInFor(failed)).isEmpty();
        assertThat(end(failed)).isEqualTo(Failover.UNWANTED);
    }

    @Test
    void whatThePersonCancelledStaysCancelled() {
        Generation waiting = asks(3);
        studio.cancel(waiting);
        Generation failed = failed(3);
        sql.run("UPDATE generation SET cancel_requested_at = now() WHERE id = ?", failed.id);

        pursuit.pursue(waiting.id);
        pursuit.pursueWaiting();

        assertThat(studio.now(waiting).state).isEqualTo(State.CANCELLED);
        assertThat(standInFor(waiting)).isEmpty();
        assertThat(standInFor(failed)).isEmpty();
        assertThat(end(failed)).isEqualTo(Failover.UNSUITABLE);
    }

    @Test
    void theLineEndsAfterTwoAndNoModelIsTriedTwice() {
        offers("two", 1400, Feature.PROMPT);
        offers("three", 1300, Feature.PROMPT);
        understudy.onSubmit = request -> rejected(Reason.PROVIDER_FAILED, Billing.NOT_BILLED);
        Generation first = failed(3);

        pursuit.pursueWaiting();
        Generation second = standInFor(first).orElseThrow();
        studio.dispatch();
        pursuit.pursueWaiting();
        Generation third = standInFor(second).orElseThrow();
        studio.dispatch();
        pursuit.pursueWaiting();

        assertThat(Set.of(first.settings.model(), second.settings.model(), third.settings.model())).hasSize(3);
        assertThat(standInFor(third)).isEmpty();
        assertThat(end(third)).isEqualTo(Failover.LAST_IN_LINE);
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
    }

    @Test
    void theNewsOfAFailureIsHeardOutsideTests() {
        Generation failed = failed(3);

        pursuit.hear(new GenerationChanged(failed.id, failed.owner, State.FAILED));

        assertThat(end(failed)).as("tests sweep themselves").isEqualTo(Failover.WANTED);
        pursuit.soon(failed.id).join();
        assertThat(end(failed)).isEqualTo(Failover.STOOD_IN);
    }

    private void finish() {
        studio.dispatch();
        later();
        studio.poll();
    }
}
