package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import app.inbetween.database.Sql;
import app.inbetween.generation.pace.Lane;
import app.inbetween.generation.pace.Lanes;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.RemoteStatus.Progress;
import io.quarkus.test.junit.QuarkusTest;

/** Running jobs are asked after side by side, in time, and by one node each. */
@QuarkusTest
class PollerTest extends OpenStudio {

    @Inject
    Questions questions;
    @Inject
    Leases leases;
    @Inject
    Lanes lanes;
    @Inject
    Sql sql;

    @Test
    void manyAreAskedAfterAtOnceAndAllIsWrittenDown() {
        List<Generation> clips = running(20);
        CountDownLatch together = new CountDownLatch(20);
        provider.onStatus = job -> {
            together.countDown();
            assertThat(await(together)).as("all are asked at the same time").isTrue();
            return new RemoteStatus.Running(Optional.of(new Progress(7, 48)));
        };
        later();
        Instant now = clock.instant();

        studio.poll();

        assertThat(clips).allSatisfy(clip -> {
            Generation seen = studio.now(clip);
            assertThat(seen.attempt.framesDone).isEqualTo(7);
            assertThat(seen.attempt.framesTotal).isEqualTo(48);
            assertThat(seen.dueAt).as("at its pace, or up to four times as often about when it should be done")
                    .isBetween(now.plusMillis(1_999), now.plusMillis(12_001));
            assertThat(seen.leasedBy).isNull();
        });
        assertThat(questions.next().orElseThrow()).isAfter(now);
    }

    @Test
    void aQuestionThatBreaksIsNoNewsAndDoesNotGoOnForEver() {
        Generation clip = running();
        provider.onStatus = job -> {
            throw new IllegalStateException("an answer nobody thought of");
        };

        later();
        studio.poll();
        assertThat(studio.now(clip).state).isEqualTo(State.RUNNING);
        assertThat(studio.now(clip).attempt.misses).isEqualTo(1);
        clock.advance(Studio.aLongTime());
        studio.poll();

        assertThat(studio.now(clip).state).isEqualTo(State.UNKNOWN);
    }

    @Test
    void nobodyIsWaitedForByMoreThanItsShareOfQuestions() {
        running(70);
        later();

        assertThat(letGo(questions.running())).hasSize(64);
    }

    @Test
    void whatWasReplacedWhileItWaitedForAnAnswerIsDropped() {
        Generation clip = running(1).get(0);
        later();
        Instant due = studio.now(clip).dueAt;
        provider.onStatus = job -> {
            studio.loseLease(clip);
            assertThat(questions.running()).hasSize(1);
            return new RemoteStatus.Running(Optional.of(new Progress(7, 48)));
        };

        studio.poll();

        assertThat(studio.now(clip).attempt.framesDone).isNull();
        assertThat(studio.now(clip).dueAt).isEqualTo(due);
        letGo(List.of(new Claim(clip.id, studio.now(clip).epoch)));
    }

    @Test
    void aHeartbeatKeepsWhatIsAskedAfter() {
        Generation clip = running(1).get(0);
        later();
        provider.onStatus = job -> {
            studio.loseLease(clip);
            leases.beat();
            assertThat(questions.running()).isEmpty();
            return new RemoteStatus.Waiting();
        };

        studio.poll();

        assertThat(studio.now(clip).dueAt).isAfter(clock.instant());
    }

    @Test
    void nobodyLooksForWorkBeforeItsLaneIsOpenAgain() {
        running(3);
        later();
        assertThat(questions.next().orElseThrow()).isBefore(clock.instant());

        lanes.close("scripted", Lane.QUERY, Duration.ofHours(1));

        assertThat(questions.next().orElseThrow()).isAfter(clock.instant().plus(Duration.ofMinutes(59)));
    }

    @Test
    void oneProvidersClosedLaneHoldsUpNobodyElse() {
        running(3);
        Generation local = studio.asksForLocalClip(studio.person("cleo"));
        sql.run("UPDATE generation SET state = 'RUNNING', remote_id = 'r', running_at = created_at WHERE id = ?", local.id);
        later();
        lanes.close("scripted", Lane.QUERY, Duration.ofHours(1));

        List<Claim> claimed = letGo(questions.running());

        assertThat(claimed).extracting(Claim::generation).containsExactly(local.id);
    }

    @Test
    void aJobWhoseProviderIsGoneIsNotForgotten() {
        Generation clip = running(1).get(0);
        sql.run("UPDATE generation SET provider = 'removed' WHERE id = ?", clip.id);

        later();
        studio.poll();
        assertThat(studio.now(clip).attempt.misses).isEqualTo(1);
        clock.advance(Studio.aLongTime());
        studio.poll();

        assertThat(studio.now(clip).state).isEqualTo(State.UNKNOWN);
    }

    @Test
    void youngClipsAndThoseThatAreAboutDoneAreAskedAfterMoreOften() {
        String model = provider.offers("timed");
        studio.price(model, 1, 1000, 0, Instant.EPOCH);
        Instant sent = clock.instant();
        clock.set(sent);
        Generation clip = studio.asks(ben, model);
        studio.dispatch();
        provider.onStatus = job -> new RemoteStatus.Waiting();

        // The catalogue says 10 s, which stands for 5 to 20.
        assertThat(pauseAt(clip, sent.plusSeconds(3))).isBetween(Duration.ofMillis(1_999), Duration.ofMillis(3_001));
        assertThat(pauseAt(clip, sent.plusSeconds(16))).isBetween(Duration.ofMillis(1_999), Duration.ofMillis(3_001));
        assertThat(pauseAt(clip, sent.plusSeconds(40))).isBetween(Duration.ofMillis(7_999), Duration.ofMillis(12_001));
    }

    @Test
    void aFilmIsLeftToOthersWhereAllHandsAreFull() {
        Generation clip = running(1).get(0);
        List<Claim> work = IntStream.range(0, 32).mapToObj(i -> new Claim(java.util.UUID.randomUUID(), 1)).toList();
        leases.take(work);
        later();

        studio.poll();
        assertThat(studio.now(clip).state).isEqualTo(State.SAVING);
        assertThat(studio.now(clip).leasedBy).isNull();
        work.forEach(leases::release);
        studio.save();

        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
    }

    private Duration pauseAt(Generation clip, Instant moment) {
        clock.set(moment);
        sql.run("UPDATE generation SET due_at = ? WHERE id = ?", moment, clip.id);
        studio.poll();
        return Duration.between(moment, studio.now(clip).dueAt);
    }

    private List<Generation> running(int clips) {
        List<Generation> asked = Stream.generate(() -> studio.person("someone")).limit(clips).map(studio::asks).toList();
        while (asked.stream().anyMatch(clip -> studio.now(clip).state == State.QUEUED)) {
            studio.dispatch();
        }
        return asked;
    }

    private List<Claim> letGo(List<Claim> claims) {
        claims.forEach(leases::answered);
        return claims;
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
