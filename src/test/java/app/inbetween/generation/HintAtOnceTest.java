package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import app.inbetween.generation.pace.Lane;
import app.inbetween.generation.pace.Lanes;
import app.inbetween.provider.RemoteStatus;
import io.quarkus.arc.ClientProxy;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** A node that asks providers asks at once after a job it is told of. */
@QuarkusTest
class HintAtOnceTest extends ToldOf {

    @Inject
    Watch watch;
    @Inject
    Lanes lanes;

    @Test
    void whereProvidersAreAskedTheHintIsTheQuestion() {
        Generation clip = running();

        whileAsking(() -> hint(clip, remoteId(clip)));

        await().until(() -> isFinished(clip));
        assertThat(studio.now(clip).state).isEqualTo(State.SUCCEEDED);
        assertThat(news.due).as("nobody has to look for it").doesNotContain(clip.id);
        assertThat(credits()).isEqualTo("98 available, 0 held, 2 spent");
    }

    @Test
    void aHintToldTwiceAtOnceIsOneQuestion() {
        Generation clip = running();
        CompletableFuture<Void> asked = new CompletableFuture<>();
        CompletableFuture<RemoteStatus> answer = new CompletableFuture<>();
        provider.onStatus = job -> {
            asked.complete(null);
            return answer.join();
        };

        whileAsking(() -> hint(clip, remoteId(clip)));
        asked.join();
        assertThat(hint(clip, remoteId(clip))).as("somebody asks just now").contains(clip.id);
        answer.complete(new RemoteStatus.Succeeded("film", Optional.empty()));

        await().until(() -> isFinished(clip));
        assertThat(studio.videosOf(clip)).isOne();
        assertThat(credits()).isEqualTo("98 available, 0 held, 2 spent");
    }

    @Test
    void aProviderThatMayNotBeAskedNowIsAskedInItsTurn() {
        Generation clip = running();
        lanes.close("scripted", Lane.QUERY, Duration.ofMinutes(5));

        whileAsking(() -> hint(clip, remoteId(clip)));

        assertThat(news.due).contains(clip.id);
        assertThat(studio.now(clip).state).isEqualTo(State.RUNNING);
        assertThat(studio.now(clip).leasedBy).isNull();
        assertThat(studio.now(clip).dueAt).isBeforeOrEqualTo(clock.instant());
    }

    /** With poster and likeness, so that nothing of it goes on beside the next test. */
    private static boolean isFinished(Generation clip) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Video.of(clip).flatMap(Video::finish).isPresent());
    }

    private void whileAsking(Runnable heard) {
        Watch here = ClientProxy.unwrap(watch);
        here.on = true;
        try {
            heard.run();
        } finally {
            here.on = false;
        }
    }
}
