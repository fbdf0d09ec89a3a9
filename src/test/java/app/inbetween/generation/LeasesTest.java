package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.Submission;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** Whoever dies is replaced, and whoever was replaced neither sends nor writes anything. */
@QuarkusTest
class LeasesTest extends OpenStudio {

    @Inject
    Claims claims;
    @Inject
    Leases leases;
    @Inject
    Outcomes outcomes;

    @Test
    void whoeverWasReplacedWritesNothing() {
        Generation clip = studio.asks(ben);
        Claim old = claims.toSubmit(provider).get(0);
        studio.loseLease(clip);
        studio.rescue();
        claims.toSubmit(provider);

        assertThatThrownBy(() -> outcomes.cancelled(old)).isInstanceOf(ReplacedException.class);
        assertThatThrownBy(() -> outcomes.record(old, row -> row.sent(clock.instant()))).isInstanceOf(ReplacedException.class);
        assertThat(studio.now(clip).state).isEqualTo(State.SUBMITTING);
    }

    @Test
    void aSubmissionThatDiedBeforeItsFirstByteIsSentAgain() {
        Generation clip = studio.asks(ben);
        claims.toSubmit(provider).forEach(leases::release);

        studio.loseLease(clip);
        studio.rescue();
        studio.dispatch();

        assertThat(studio.now(clip).state).isEqualTo(State.RUNNING);
        assertThat(provider.submitted).hasSize(1);
    }

    @Test
    void aClipWhoseNodesDieBeforeItIsSentIsGivenUp() {
        Generation clip = studio.asks(ben);

        for (int i = 0; i < 10; i++) {
            claims.toSubmit(provider).forEach(leases::release);
            studio.loseLease(clip);
            studio.rescue();
        }

        assertThat(studio.now(clip).state).isEqualTo(State.FAILED);
        assertThat(studio.now(clip).fault().reason()).isEqualTo(Reason.PROVIDER_TRANSIENT);
        assertThat(studio.now(clip).fault().billing()).isEqualTo(Billing.NOT_BILLED);
        assertThat(credits()).isEqualTo("100 available, 0 held, 0 spent");
    }

    @Test
    void aSubmissionThatDiedAfterItsFirstByteIsOfUnknownFate() {
        Generation clip = studio.asks(ben);
        Claim claim = claims.toSubmit(provider).get(0);
        outcomes.record(claim, row -> row.sent(clock.instant()));
        leases.release(claim);

        studio.loseLease(clip);
        studio.rescue();

        assertThat(studio.now(clip).state).isEqualTo(State.UNKNOWN);
        assertThat(provider.submitted).isEmpty();
    }

    @Test
    void whoeverWasReplacedWhileUploadingSendsNothing() {
        Generation clip = studio.asks(ben);
        provider.onUpload = first -> {
            provider.onUpload = second -> {
            };
            studio.loseLease(clip);
            studio.rescue();
            studio.dispatch();
        };

        studio.dispatch();

        assertThat(provider.submitted).hasSize(1);
        assertThat(studio.now(clip).attempt.remoteId).isEqualTo("job-" + provider.submitted.get(0).attemptToken());
        assertThat(studio.now(clip).state).isEqualTo(State.RUNNING);
    }

    @Test
    void whatIsClearedToBeSentIsLeasedAnew() {
        Generation clip = studio.asks(ben);
        provider.onUpload = request -> studio.loseLease(clip);
        provider.onSubmit = request -> {
            studio.rescue();
            return new Submission.Accepted("job");
        };

        studio.dispatch();

        assertThat(studio.now(clip).state).isEqualTo(State.RUNNING);
        assertThat(studio.now(clip).attempt.remoteId).isEqualTo("job");
    }

    @Test
    void whatBreaksOffBeforeItIsClearedIsSentAgain() {
        Generation clip = studio.asks(ben);
        provider.onUpload = request -> {
            throw new IllegalStateException("broken upload");
        };

        studio.dispatch();

        assertThat(studio.now(clip).state).isEqualTo(State.QUEUED);
        assertThat(provider.submitted).isEmpty();
    }

    @Test
    void aHeartbeatKeepsTheClaim() {
        Generation clip = studio.asks(ben);
        Claim claim = claims.toSubmit(provider).get(0);
        studio.loseLease(clip);

        leases.beat();
        studio.rescue();

        assertThat(studio.now(clip).epoch).isEqualTo(claim.epoch());
        leases.release(claim);
    }

    /** It would hold rows meanwhile that somebody who holds this one may wait for. */
    @Test
    void aHeartbeatWaitsForNoRow() {
        Generation held = studio.asks(ben);
        Generation free = studio.asks(ben);
        List<Claim> both = claims.toSubmit(provider);
        studio.loseLease(held);
        studio.loseLease(free);

        QuarkusTransaction.begin();
        Rows.locked(held.id).orElseThrow();
        assertThat(CompletableFuture.runAsync(leases::beat)).succeedsWithin(Duration.ofSeconds(10));
        QuarkusTransaction.rollback();
        both.forEach(leases::release);
        studio.rescue();

        assertThat(studio.now(free).state).isEqualTo(State.SUBMITTING);
        assertThat(studio.now(held).state).as("whose lease was not renewed").isEqualTo(State.QUEUED);
        studio.loseLease(free);
        studio.rescue();
    }

    @Test
    void aFilmWhoseSavingDiedIsSavedByWhoeverComesNext() {
        Generation clip = studio.asks(ben);
        studio.dispatch();
        clock.advance(Duration.ofMinutes(1));
        Claim claim = claims.due(State.RUNNING).get(0);
        outcomes.record(claim, row -> row.drawn(
                new app.inbetween.provider.RemoteStatus.Succeeded("film", Optional.empty()), clock.instant()));
        leases.release(claim);
        studio.save();
        assertThat(studio.now(clip).state).as("the lease still holds").isEqualTo(State.SAVING);

        studio.loseLease(clip);
        studio.save();

        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
        assertThat(studio.videosOf(clip)).isEqualTo(1);
    }
}
