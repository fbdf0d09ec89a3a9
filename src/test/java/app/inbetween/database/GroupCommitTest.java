package app.inbetween.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GroupCommitTest {

    private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService callers = Executors.newFixedThreadPool(32);

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    @Test
    void whoComesAloneIsServedAtOnce() {
        GroupCommit<Integer, Integer> counter = new GroupCommit<>(8, this::doubled, question -> 2 * question);

        assertThat(counter.submit(3)).isEqualTo(6);
        assertThat(counter.submit(4)).isEqualTo(8);
        assertThat(groups).containsExactly(List.of(3), List.of(4));
    }

    @Test
    void whoComesWhileItIsBusyIsServedTogetherInTheOrderOfComing() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        GroupCommit<Integer, Integer> counter = new GroupCommit<>(3, questions -> {
            entered.countDown();
            await(leave);
            return doubled(questions);
        }, question -> 2 * question);
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        answers.add(submit(counter, 0));
        await(entered);
        for (int i = 1; i <= 5; i++) {
            answers.add(submit(counter, i));
            waitUntilQueued(counter, i);
        }

        leave.countDown();

        assertThat(answers).extracting(CompletableFuture::join).containsExactly(0, 2, 4, 6, 8, 10);
        assertThat(groups).containsExactly(List.of(0), List.of(1, 2, 3), List.of(4, 5));
    }

    @Test
    void aFailureConcernsNobodyElse() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        GroupCommit<Integer, Integer> counter = new GroupCommit<>(8, questions -> {
            entered.countDown();
            await(leave);
            if (questions.contains(2)) {
                throw new IllegalArgumentException("Not two");
            }
            return doubled(questions);
        }, question -> {
            if (question == 2) {
                throw new IllegalArgumentException("Not two");
            }
            return 2 * question;
        });
        CompletableFuture<Integer> first = submit(counter, 0);
        await(entered);
        List<CompletableFuture<Integer>> group = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            group.add(submit(counter, i));
            waitUntilQueued(counter, i);
        }

        leave.countDown();

        assertThat(first.join()).isZero();
        assertThat(group.get(0).join()).isEqualTo(2);
        assertThat(group.get(2).join()).isEqualTo(6);
        assertThatThrownBy(group.get(1)::join).cause().isInstanceOf(IllegalArgumentException.class).hasMessage("Not two");
        assertThat(counter.submit(5)).isEqualTo(10);
    }

    @Test
    void nobodyIsForgottenHoweverManyCome() {
        GroupCommit<Integer, Integer> counter = new GroupCommit<>(7, this::doubled, question -> 2 * question);

        List<CompletableFuture<Integer>> answers = IntStream.range(0, 20_000).mapToObj(i -> submit(counter, i)).toList();

        assertThat(answers).extracting(CompletableFuture::join)
                .containsExactlyElementsOf(IntStream.range(0, 20_000).mapToObj(i -> 2 * i).toList());
        assertThat(groups).allSatisfy(group -> assertThat(group).hasSizeBetween(1, 7));
        assertThat(groups.stream().mapToInt(List::size).sum()).isEqualTo(20_000);
    }

    private CompletableFuture<Integer> submit(GroupCommit<Integer, Integer> counter, int question) {
        return CompletableFuture.supplyAsync(() -> counter.submit(question), callers);
    }

    private List<Integer> doubled(List<Integer> questions) {
        groups.add(questions);
        return questions.stream().map(question -> 2 * question).toList();
    }

    private static void waitUntilQueued(GroupCommit<?, ?> counter, int callers) {
        while (counter.waiting() < callers) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
