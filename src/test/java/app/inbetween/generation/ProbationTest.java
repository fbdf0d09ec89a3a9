package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.inbetween.fakes.Standstill;
import app.inbetween.provider.Checkup;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.Submission;
import io.quarkus.test.junit.QuarkusTest;

/** A provider that had trouble is handed clips again once it says itself that it is well, at first one at a time. */
@QuarkusTest
class ProbationTest extends ShakyStudio {

    private static final Checkup ILL = Checkup.trouble(Reason.PROVIDER_TRANSIENT, "503");

    @Test
    void itIsLookedAtWithoutAJobAndThenHandedOneAtATime() {
        broken();
        provider.cap = 100;
        provider.onCheckUp = () -> ILL;
        int sent = provider.submitted.size();
        later();
        studio.probe();
        studio.dispatch();
        assertThat(provider.checkUps).hasValue(1);
        assertThat(provider.submitted).hasSize(sent);

        provider.onCheckUp = () -> Checkup.healthy("Ready.");
        clock.advance(Duration.ofMinutes(11));
        studio.probe();
        provider.onSubmit = request -> new Submission.Accepted("job-" + request.attemptToken());
        studio.dispatch();
        assertThat(provider.submitted).as("on probation").hasSize(sent + 1);
        studio.dispatch();

        assertThat(provider.submitted.size()).isGreaterThan(sent + 2);
        assertThat(health.of("scripted").trouble()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = { 0, 3 })
    void nobodyHandsItAnotherBeforeTheFirstOneIsAnsweredHoweverLongThatTakes(long minutes) {
        broken();
        provider.cap = 100;
        onProbation();
        clock.advance(Duration.ofMinutes(minutes));
        provider.onSubmit = request -> new Submission.Accepted("job-" + request.attemptToken());
        int sent = provider.submitted.size();
        Standstill upload = firstUploadStandsStill();
        CompletableFuture<Void> stalled = CompletableFuture.runAsync(studio::dispatch);
        upload.awaitBegun();

        studio.dispatch();
        assertThat(provider.submitted).as("while the first one is uploaded").hasSize(sent);
        upload.goOn();
        stalled.join();
        studio.dispatch();

        assertThat(provider.submitted.size()).as("it was taken").isGreaterThan(sent + 2);
    }

    @ParameterizedTest
    @ValueSource(longs = { 0, 3, 600 })
    void oneFailureOnProbationIsEnoughHoweverLateItComes(long minutes) {
        broken();
        var since = health.of("scripted").trouble().orElseThrow().since();
        onProbation();
        clock.advance(Duration.ofMinutes(minutes));

        studio.dispatch();

        assertThat(provider.submitted).hasSize(6);
        assertThat(health.of("scripted").trouble().orElseThrow().since()).as("the same trouble").isEqualTo(since);
    }

    @Test
    void oneNodeAtATimeLooksAtIt() {
        broken();
        provider.onCheckUp = () -> ILL;
        later();

        CompletableFuture.allOf(IntStream.range(0, 6).mapToObj(i -> CompletableFuture.runAsync(studio::probe))
                .toArray(CompletableFuture[]::new)).join();

        // The next look may be due at once: full jitter.
        assertThat(provider.checkUps.get()).isLessThan(3);
    }

    private void broken() {
        asked(9);
        fail(5);
        assertThat(health.of("scripted").trouble()).isPresent();
    }

    private void onProbation() {
        later();
        studio.probe();
        assertThat(health.of("scripted").trouble()).isEmpty();
    }

    private Standstill firstUploadStandsStill() {
        Standstill upload = new Standstill();
        provider.onUpload = request -> {
            provider.onUpload = other -> {
            };
            upload.stand();
        };
        return upload;
    }
}
