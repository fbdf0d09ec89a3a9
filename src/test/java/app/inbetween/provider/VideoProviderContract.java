package app.inbetween.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import app.inbetween.fakes.FakeProvider;
import app.inbetween.fakes.Trouble;

/** What every remote provider's adapter must do, shown against its fake. A new one is done when its class is green. */
public abstract class VideoProviderContract extends ReconciliationContract {

    /** The adapter, with a key the fake does not take. */
    protected abstract VideoProvider providerWithWrongKey(FakeProvider fake);

    /** The key that must never be seen. */
    protected abstract String key();

    @Test
    void aPairBecomesAFilm() throws IOException {
        RemoteJob job = accepted(request());

        RemoteStatus.Succeeded done = (RemoteStatus.Succeeded) last(job);
        Path film = directory.resolve("film.mp4");
        provider().fetch(job, done.location(), film);

        assertThat(new String(Files.readAllBytes(film), 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
        assertThat(fake().tasks()).hasSize(1);
    }

    @TestFactory
    Stream<DynamicTest> aTaskThatFailsSaysWhy() {
        return each(trouble -> trouble.when() == Trouble.When.RUN, trouble -> {
            fake().announce(trouble);
            RemoteJob job = accepted(request());

            RemoteStatus status = last(job);

            Trouble.Ending ending = fake().ending(trouble);
            if (ending.state().equals("UNKNOWN")) {
                assertThat(status).isInstanceOf(RemoteStatus.Missing.class);
            } else if (ending.reason() == Failure.Reason.CANCELLED) {
                assertThat(status).isInstanceOf(RemoteStatus.Cancelled.class);
            } else {
                assertThat(status).isInstanceOf(RemoteStatus.Failed.class);
                assertIs(((RemoteStatus.Failed) status).failure(), ending);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aQuestionWithoutAnAnswerIsAskedAgain() {
        return each(trouble -> trouble.when() == Trouble.When.POLL, trouble -> {
            fake().announce(trouble);
            RemoteJob job = accepted(request());

            assertThatThrownBy(() -> provider().status(job)).isInstanceOf(ProviderUnavailableException.class)
                    .hasMessageNotContaining(key());
            assertThat(last(job)).isInstanceOf(RemoteStatus.Succeeded.class);
        });
    }

    @TestFactory
    Stream<DynamicTest> aQuestionThereIsNoRoomForIsNoTrouble() {
        return each(trouble -> trouble == Trouble.POLL_RATE_LIMITED, trouble -> {
            fake().announce(trouble);
            RemoteJob job = accepted(request());

            assertThatThrownBy(() -> provider().status(job)).isInstanceOfSatisfying(ProviderUnavailableException.class,
                    e -> assertThat(e.pause()).as("for how long, or zero").isPresent());
        });
    }

    @Test
    void aWrongKeyIsNoticedBeforeAnythingIsPaid() {
        VideoProvider stranger = providerWithWrongKey(fake());

        Checkup checkup = stranger.checkUp();

        assertThat(checkup.trouble()).contains(Failure.Reason.PROVIDER_AUTH);
        assertThat(checkup.words()).doesNotContain(key());
        assertThat(fake().tasks()).isEmpty();
    }

    @Test
    void aCheckUpCostsNothing() {
        Checkup checkup = provider().checkUp();

        assertThat(checkup.isHealthy()).as(checkup.words()).isTrue();
        assertThat(fake().tasks()).isEmpty();
    }

    @Test
    void aCheckUpWhereNobodyListensSaysSo() {
        fake().close();

        Checkup checkup = provider().checkUp();

        assertThat(checkup.trouble()).contains(Failure.Reason.PROVIDER_TRANSIENT);
    }
}
