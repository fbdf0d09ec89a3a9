package app.inbetween.provider.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.inbetween.fakes.FakeComfyUi;
import app.inbetween.fakes.FakeProvider;
import app.inbetween.fakes.Trouble;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RemoteJob;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.ResultLostException;
import app.inbetween.provider.VideoProvider;
import app.inbetween.provider.VideoProviderContract;
import app.inbetween.provider.VideoRequest;

class ComfyUiProviderTest extends VideoProviderContract {

    @TempDir
    Path films;

    @Override
    protected FakeProvider startFake() {
        return new FakeComfyUi(0);
    }

    @Override
    protected VideoProvider provider(FakeProvider fake) {
        return ComfyUiSettings.of(fake, FakeComfyUi.KEY).provider();
    }

    @Override
    protected VideoProvider providerWithWrongKey(FakeProvider fake) {
        return ComfyUiSettings.of(fake, "not-the-key").provider();
    }

    @Override
    protected String key() {
        return FakeComfyUi.KEY;
    }

    @Override
    protected String model() {
        return "comfyui/wan-2.1-flf2v";
    }

    @Override
    protected boolean findsLostTasks() {
        return true;
    }

    @Test
    void withoutAnAddressThereIsNone() {
        VideoProvider absent = ComfyUiSettings.of(Optional.empty(), "").provider();

        assertThat(absent.isConfigured()).isFalse();
        assertThat(absent.models()).isEmpty();
        assertThatThrownBy(() -> absent.status(new RemoteJob(UUID.randomUUID(), model(), "prompt")))
                .as("clips it had when the address was taken away").isInstanceOf(ProviderUnavailableException.class);
    }

    @Test
    void thePromptIsCalledByTheAttemptAndSoAreItsFiles() {
        VideoRequest request = request();

        RemoteJob job = accepted(request);

        assertThat(job.remoteId()).isEqualTo(request.attemptToken());
        assertThat(comfy().pictures()).contains("inbetween/" + request.attemptToken() + "-first.png",
                "inbetween/" + request.attemptToken() + "-last.png");
        assertThat(fake().tasks().get(0).input().at("/prompt/16/inputs/filename_prefix").asText())
                .isEqualTo("inbetween/" + request.attemptToken());
        assertThat(fake().tasks().get(0).input().at("/prompt/11/inputs/length").asInt()).isEqualTo(33);
    }

    @Test
    void itWaitsThenRunsThenIsDone() {
        RemoteJob job = accepted(request());

        assertThat(provider().status(job)).isInstanceOf(RemoteStatus.Waiting.class);
        assertThat(provider().status(job)).isInstanceOf(RemoteStatus.Running.class);
        assertThat(provider().status(job)).isInstanceOf(RemoteStatus.Succeeded.class);
    }

    @Test
    void anOlderServerGivesPromptsIdsOfItsOwn() {
        comfy().growOld();
        VideoRequest request = request();

        RemoteJob job = accepted(request);

        assertThat(job.remoteId()).isNotEqualTo(request.attemptToken());
        assertThat(last(job)).isInstanceOf(RemoteStatus.Succeeded.class);
    }

    @Test
    void aFilmThatIsHalfThereIsFetchedAgain() throws Exception {
        fake().announce(Trouble.FILM_TRUNCATED);
        RemoteJob job = accepted(request());
        String location = ((RemoteStatus.Succeeded) last(job)).location();

        assertThatThrownBy(() -> provider().fetch(job, location, films.resolve("film.mp4")))
                .isInstanceOf(ProviderUnavailableException.class);
        provider().fetch(job, location, films.resolve("film.mp4"));

        assertThat(films.resolve("film.mp4")).isNotEmptyFile();
    }

    @Test
    void aFilmThatIsNotThereIsLost() {
        for (Trouble trouble : new Trouble[] { Trouble.FILM_GONE, Trouble.FILM_IS_HTML }) {
            fake().announce(trouble);
            RemoteJob job = accepted(request());
            String location = ((RemoteStatus.Succeeded) last(job)).location();

            assertThatThrownBy(() -> provider().fetch(job, location, films.resolve("film.mp4")))
                    .isInstanceOf(ResultLostException.class);
        }
    }

    private FakeComfyUi comfy() {
        return (FakeComfyUi) fake();
    }
}
