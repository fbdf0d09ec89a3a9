package app.inbetween.generation.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import app.inbetween.generation.Failover;
import app.inbetween.generation.Generation;
import app.inbetween.provider.VideoModel.Feature;
import io.quarkus.test.junit.QuarkusTest;

/** Each failure has one stand-in, whoever else pursues it and whoever dies over it. */
@QuarkusTest
class FailoverOnceTest extends UnderstudyWaiting {

    @Test
    void whoeverPursuesAtOnceFindsTheSameStandIn() {
        Generation failed = failed(3);
        CountDownLatch start = new CountDownLatch(1);

        List<CompletableFuture<Void>> racers = IntStream.range(0, 8).mapToObj(i -> CompletableFuture.runAsync(() -> {
            await(start);
            if (i % 2 == 0) {
                pursuit.pursue(failed.id);
            } else {
                pursuit.pursueWaiting();
            }
        })).toList();
        start.countDown();
        racers.forEach(CompletableFuture::join);

        assertThat(standIns(failed)).isEqualTo(1);
        assertThat(end(failed)).isEqualTo(Failover.STOOD_IN);
        assertThat(credits()).isEqualTo("97 available, 3 held, 0 spent");
    }

    @Test
    void twoWhoPreferDifferentModelsStillAskForOneClip() {
        Generation failed = failed(3);
        pursuit.pursueWaiting();
        String asked = standInFor(failed).orElseThrow().settings.model();
        offers("better", 100, Feature.PROMPT);
        // As if another node had not yet seen the first one's clip when it decided.
        sql.run("UPDATE generation SET failover = 'WANTED' WHERE id = ?", failed.id);
        sql.run("UPDATE generation SET stands_in_for = NULL WHERE stands_in_for = ?", failed.id);

        pursuit.pursueWaiting();

        assertThat(end(failed)).isEqualTo(Failover.STOOD_IN);
        assertThat(clipsOf(asked)).isEqualTo(1);
        assertThat(credits()).isEqualTo("97 available, 3 held, 0 spent");
    }

    @Test
    void aNodeThatDiedBeforeItAskedLosesNothing() {
        Generation failed = failed(3);

        assertThat(end(failed)).as("nobody has heard of it").isEqualTo(Failover.WANTED);
        pursuit.pursueWaiting();

        assertThat(standIns(failed)).isEqualTo(1);
    }

    @Test
    void aNodeThatDiedAfterItAskedDoesNotAskTwice() {
        Generation failed = failed(3);
        pursuit.pursueWaiting();
        sql.run("UPDATE generation SET failover = 'WANTED' WHERE id = ?", failed.id);

        pursuit.pursueWaiting();
        pursuit.pursueWaiting();

        assertThat(standIns(failed)).isEqualTo(1);
        assertThat(end(failed)).isEqualTo(Failover.STOOD_IN);
    }

    private long clipsOf(String model) {
        return sql.one("SELECT count(*) FROM generation WHERE model = ?", row -> row.getLong(1), model);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
