package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import app.inbetween.generation.pace.Lane;
import app.inbetween.generation.pace.Lanes;
import app.inbetween.generation.pace.ProviderHealth;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RateLimit;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.Submission;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** A provider is called no faster than it allows, by all nodes together. */
@QuarkusTest
class PaceTest extends OpenStudio {

    private static final RateLimit THREE_A_MINUTE = new RateLimit(3, Duration.ofMinutes(1));

    @Inject
    Lanes lanes;
    @Inject
    ProviderHealth health;

    private record Call(Instant at, int calls) {
    }

    @Test
    void manyTakersAtOnceNeverExceedTheRateInAnyWindow() {
        long seed = System.nanoTime();
        System.out.println("Takers with seed " + seed);
        clock.set(Instant.parse("2031-05-04T12:00:00Z"));
        provider.queries = new RateLimit(20, Duration.ofSeconds(1));
        List<Call> calls = Collections.synchronizedList(new ArrayList<>());

        CompletableFuture.allOf(IntStream.range(0, 8).mapToObj(taker -> CompletableFuture.runAsync(() -> {
            Random random = new Random(seed + taker);
            IntStream.range(0, 60).forEach(turn -> take(random, calls));
        }, task -> new Thread(task).start())).toArray(CompletableFuture[]::new)).join();

        int most = calls.stream().mapToInt(first -> calls.stream().filter(call -> !call.at.isBefore(first.at)
                && call.at.isBefore(first.at.plusSeconds(1))).mapToInt(Call::calls).sum()).max().orElse(0);
        assertThat(most).isLessThanOrEqualTo(20);
        // 480 turns of 10 ms on the average are about five seconds.
        assertThat(calls.stream().mapToInt(Call::calls).sum()).isGreaterThan(80);
    }

    /** The clock is moved under the lock, so that the moment that is written down is the one that counted. */
    private void take(Random random, List<Call> calls) {
        QuarkusTransaction.requiringNew().run(() -> {
            lanes.room(List.of(provider), Lane.QUERY);
            clock.advance(Duration.ofMillis(random.nextInt(20)));
            int room = Math.min(lanes.room(List.of(provider), Lane.QUERY).get("scripted"), 1 + random.nextInt(5));
            lanes.take(provider, Lane.QUERY, room);
            calls.add(new Call(clock.instant(), room));
        });
    }

    @Test
    void allDispatchersTogetherSendNoMoreThanAllowed() {
        provider.submits = THREE_A_MINUTE;
        Instant begin = Instant.parse("2031-05-04T12:00:00Z");
        clock.set(begin);
        Stream.generate(() -> studio.person("someone")).limit(10).forEach(studio::asks);

        dispatchByMany();
        assertThat(provider.submitted).hasSize(3);
        clock.set(begin.plusMillis(59_999));
        dispatchByMany();
        assertThat(provider.submitted).hasSize(3);
        clock.set(begin.plusSeconds(60));
        dispatchByMany();

        assertThat(provider.submitted).hasSize(6);
    }

    @Test
    void noMoreQuestionsAreAskedThanAllowed() {
        Stream.generate(() -> studio.person("someone")).limit(7).forEach(studio::asks);
        studio.dispatch();
        provider.queries = THREE_A_MINUTE;
        List<Object> asked = Collections.synchronizedList(new ArrayList<>());
        provider.onStatus = job -> {
            asked.add(job.generation());
            return new RemoteStatus.Waiting();
        };

        later();
        CompletableFuture.allOf(IntStream.range(0, 4).mapToObj(i -> CompletableFuture.runAsync(studio::poll))
                .toArray(CompletableFuture[]::new)).join();
        assertThat(asked).hasSize(3);
        clock.advance(Duration.ofMinutes(1));
        studio.poll();

        assertThat(asked).hasSize(6);
    }

    @Test
    void questionsAboutLostJobsCountToo() {
        Stream.generate(() -> studio.person("someone")).limit(4).map(studio::asks).forEach(this::unknown);
        provider.queries = THREE_A_MINUTE;
        List<Object> asked = Collections.synchronizedList(new ArrayList<>());
        provider.onReconcile = () -> {
            asked.add("question");
            return new app.inbetween.provider.Reconciliation.Unclear("nothing is listed yet");
        };

        later();
        studio.reconcile();

        assertThat(asked).hasSize(3);
    }

    @Test
    void aProviderWithoutRoomIsHandedNothingForAsLongAsItSaid() {
        Generation first = studio.asks(ben);
        provider.onSubmit = request -> new Submission.Later(Duration.ofSeconds(90));
        studio.dispatch();
        provider.onSubmit = request -> new Submission.Accepted("job");
        Generation second = studio.asks(studio.person("cleo"));
        Instant told = clock.instant();

        clock.set(told.plusSeconds(88));
        studio.dispatch();
        assertThat(provider.submitted).as("neither the same clip nor another one").hasSize(1);
        assertThat(health.of("scripted").busyUntil()).isPresent();
        clock.set(told.plusSeconds(110));
        studio.dispatch();

        assertThat(studio.now(first).state).isEqualTo(State.RUNNING);
        assertThat(studio.now(second).state).isEqualTo(State.RUNNING);
    }

    @Test
    void whereNoTimeIsNamedTheWaitGrows() {
        Generation clip = studio.asks(ben);
        provider.onSubmit = request -> new Submission.Rejected(
                new Failure(Reason.CONCURRENCY_LIMIT, Billing.NOT_BILLED, "two are running"));
        studio.dispatch();
        assertThat(studio.now(clip).state).as("it says nothing about the clip").isEqualTo(State.QUEUED);

        IntStream.range(0, 12).forEach(i -> {
            later();
            studio.dispatch();
        });
        assertThat(provider.submitted).hasSize(13);
        assertThat(studio.now(clip).state).isEqualTo(State.QUEUED);
        provider.onSubmit = request -> new Submission.Accepted("job");
        later();
        studio.dispatch();

        assertThat(studio.now(clip).state).isEqualTo(State.RUNNING);
    }

    @Test
    void aProviderThatWantsToBeLeftAloneIsNotAskedAboutAnything() {
        List<Generation> clips = Stream.generate(() -> studio.person("someone")).limit(2).map(studio::asks).toList();
        studio.dispatch();
        List<Object> asked = Collections.synchronizedList(new ArrayList<>());
        provider.queries = new RateLimit(1, Duration.ofSeconds(1));
        provider.onStatus = job -> {
            asked.add(job.generation());
            throw new ProviderUnavailableException("429", Optional.of(Duration.ofSeconds(60)));
        };

        later();
        studio.poll();
        clock.advance(Duration.ofSeconds(59));
        studio.poll();
        assertThat(asked).hasSize(1);
        clock.advance(Duration.ofSeconds(14));
        studio.poll();

        assertThat(asked).hasSize(2);
        assertThat(clips).allSatisfy(clip -> assertThat(studio.now(clip).state).isEqualTo(State.RUNNING));
    }

    private void dispatchByMany() {
        CompletableFuture.allOf(IntStream.range(0, 6).mapToObj(i -> CompletableFuture.runAsync(studio::dispatch))
                .toArray(CompletableFuture[]::new)).join();
    }

    @Test
    void waitingForRoomIsNoTry() {
        Generation clip = studio.asks(ben);
        provider.onSubmit = request -> new Submission.Later(Duration.ZERO);
        IntStream.range(0, 12).forEach(i -> {
            studio.dispatch();
            later();
        });

        provider.onSubmit = request -> new Submission.NotSent("connection refused");
        studio.dispatch();

        assertThat(provider.submitted).hasSize(13);
        assertThat(studio.now(clip).state).as("the first try that failed").isEqualTo(State.QUEUED);
    }
}
