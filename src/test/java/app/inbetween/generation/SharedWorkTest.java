package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.quarkus.test.junit.QuarkusTest;

/** Many hands on the same table: every clip is claimed once, and nobody takes more than their share. */
@QuarkusTest
class SharedWorkTest extends OpenStudio {

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
