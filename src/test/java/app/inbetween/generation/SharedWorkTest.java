package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import app.inbetween.generation.Studio.Person;
import app.inbetween.ledger.SpendingLimit;
import app.inbetween.ledger.SpendingLimits;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.Submission;
import io.quarkus.test.junit.QuarkusTest;

/** Many hands on the same table: claims, leases, fairness. */
@QuarkusTest
class SharedWorkTest extends OpenStudio {

    @Inject
    Claims claims;
    @Inject
    Leases leases;
    @Inject
    Outcomes outcomes;
    @Inject
    SpendingLimits limits;

    @Test
    void thirtyClicksAtOnceAreOneClip() {
        Ask ask = studio.ask(ben, "click");
        CountDownLatch start = new CountDownLatch(1);
        List<CompletableFuture<Generation>> clicks = IntStream.range(0, 30).mapToObj(i -> CompletableFuture.supplyAsync(() -> {
            await(start);
            return generations.ask(ask);
        }, task -> new Thread(task).start())).toList();

        start.countDown();

        Set<Object> ids = clicks.stream().map(click -> click.join().id).collect(Collectors.toSet());
        assertThat(ids).hasSize(1);
        assertThat(Generation.count("owner", ben.id())).isEqualTo(1);
    }

    @Test
    void onePersonsManyClipsDoNotBlockTheOthers() {
        Person cleo = studio.person("cleo");
        IntStream.range(0, 10).forEach(i -> studio.asks(ben));
        Generation cleos = studio.asks(cleo);
        provider.cap = 3;

        studio.dispatch();

        assertThat(provider.submitted).hasSize(3);
        assertThat(studio.now(cleos).state).isEqualTo(State.RUNNING);
    }

    @Test
    void nobodyHasMoreUnderWayThanTheirShare() {
        IntStream.range(0, 10).forEach(i -> studio.asks(ben));

        studio.dispatch();
        studio.dispatch();

        assertThat(provider.submitted).hasSize(2);
    }

    @Test
    void whatAnAdministratorSetForSomebodyHoldsInsteadOfTheUsualShare() {
        Person cleo = studio.person("cleo");
        mayHaveAtOnce(ben, 5);
        mayHaveAtOnce(cleo, 1);
        IntStream.range(0, 10).forEach(i -> List.of(ben, cleo).forEach(studio::asks));

        studio.dispatch();
        studio.dispatch();

        assertThat(Generation.count("owner = ?1 and state = 'RUNNING'", ben.id())).isEqualTo(5);
        assertThat(Generation.count("owner = ?1 and state = 'RUNNING'", cleo.id())).isEqualTo(1);
    }

    @Test
    void theProvidersCapHoldsOverAllDispatchersAtOnce() {
        Stream.generate(() -> studio.person("someone")).limit(12).forEach(studio::asks);
        provider.cap = 5;

        CompletableFuture.allOf(IntStream.range(0, 6).mapToObj(i -> CompletableFuture.runAsync(studio::dispatch))
                .toArray(CompletableFuture[]::new)).join();

        assertThat(provider.submitted).hasSize(5);
    }

    @Test
    void everyClipIsClaimedByOneDispatcherOnly() {
        Stream.generate(() -> studio.person("someone")).limit(20).forEach(studio::asks);

        CompletableFuture.allOf(IntStream.range(0, 8).mapToObj(i -> CompletableFuture.runAsync(studio::dispatch))
                .toArray(CompletableFuture[]::new)).join();

        assertThat(provider.submitted).extracting(request -> request.generation()).doesNotHaveDuplicates().hasSize(20);
    }

    @Test
    void aCancellationAndADispatchAtOnceDoNotGetInEachOthersWay() {
        List<Generation> clips = Stream.generate(() -> studio.person("someone")).limit(20).map(studio::asks).toList();

        CompletableFuture<Void> dispatched = CompletableFuture.runAsync(studio::dispatch);
        CompletableFuture
                .allOf(clips.stream().map(clip -> CompletableFuture.runAsync(() -> generations.cancel(clip.owner, clip.id)))
                        .toArray(CompletableFuture[]::new))
                .join();
        dispatched.join();
        clock.advance(Duration.ofMinutes(1));
        studio.poll();

        assertThat(clips).allSatisfy(clip -> assertThat(studio.now(clip).state).isEqualTo(State.CANCELLED));
    }

    @Test
    void aCancellationThatIsOvertakenByADispatchIsPassedOn() {
        Generation clip = studio.asks(ben);
        Generation seen = studio.now(clip);
        studio.dispatch();

        assertThat(generations.cancelQueued(seen)).isFalse();
        assertThat(studio.now(clip).state).isEqualTo(State.RUNNING);
    }

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
    void aClipWhoseModelIsGoneFailsAndSaysSo() {
        String model = provider.offers("passing");
        studio.price(model, 1, 1000, 0, clock.instant().minusSeconds(60));
        Generation clip = studio.asks(ben, model);
        provider.drops(model);

        studio.dispatch();

        assertThat(studio.now(clip).state).isEqualTo(State.FAILED);
        assertThat(studio.now(clip).fault().reason()).isEqualTo(Reason.INPUT_INVALID);
        assertThat(studio.now(clip).fault().billing()).isEqualTo(Billing.NOT_BILLED);
        assertThat(studio.now(clip).fault().detail()).isEqualTo("Scripted does not have " + model + " any more");
        assertThat(provider.submitted).isEmpty();
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

    @Test
    void aFilmWhoseSavingDiedIsSavedByWhoeverComesNext() {
        Generation clip = studio.asks(ben);
        studio.dispatch();
        clock.advance(Duration.ofMinutes(1));
        Claim claim = claims.due(State.RUNNING).get(0);
        outcomes.record(claim, row -> row.drawn(
                new app.inbetween.provider.RemoteStatus.Succeeded("film", java.util.Optional.empty()), clock.instant()));
        leases.release(claim);
        studio.save();
        assertThat(studio.now(clip).state).as("the lease still holds").isEqualTo(State.SAVING);

        studio.loseLease(clip);
        studio.save();

        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
        assertThat(studio.videosOf(clip)).isEqualTo(1);
    }

    private void mayHaveAtOnce(Person person, int clips) {
        limits.set(new SpendingLimit(person.id(), Optional.empty(), Optional.empty(), OptionalInt.of(clips), Optional.empty(),
                Optional.empty()));
    }

    private static void await(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
