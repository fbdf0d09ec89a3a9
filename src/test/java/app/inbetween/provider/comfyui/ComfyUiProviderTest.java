package app.inbetween.provider.comfyui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.inbetween.fakes.FakeComfyUi;
import app.inbetween.fakes.FakeProvider;
import app.inbetween.fakes.FakeTask;
import app.inbetween.fakes.Trouble;
import app.inbetween.provider.Cancellation;
import app.inbetween.provider.Checkup;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.Reconciliation;
import app.inbetween.provider.RemoteJob;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.ResultLostException;
import app.inbetween.provider.Submission;
import app.inbetween.provider.VideoProvider;
import app.inbetween.provider.VideoProviderContract;
import app.inbetween.provider.VideoRequest;
import app.inbetween.provider.catalog.Catalog;
import app.inbetween.provider.wire.Downloads;
import app.inbetween.provider.wire.Wire;
import io.vertx.core.Vertx;

class ComfyUiProviderTest extends VideoProviderContract {

    private static Vertx vertx;

    @TempDir
    Path films;

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Override
    protected FakeProvider startFake() {
        return new FakeComfyUi(0);
    }

    @Override
    protected VideoProvider provider(FakeProvider fake) {
        return provider(Optional.of(fake.origin()), FakeComfyUi.KEY);
    }

    @Override
    protected VideoProvider providerWithWrongKey(FakeProvider fake) {
        return provider(Optional.of(fake.origin()), "not-the-key");
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
        VideoProvider absent = provider(Optional.empty(), "");

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
    void whatAnOlderServerTookWithoutAnAnswerIsFoundByItsFiles() {
        comfy().growOld();
        fake().announce(Trouble.CREATED_THEN_CLOSED);
        VideoRequest request = request();
        provider().submit(request, CLEARED);

        Reconciliation found = provider().reconcile(request);

        assertThat(found).isEqualTo(new Reconciliation.Found(fake().tasks().get(0).id()));
    }

    @Test
    void anOlderServerProvesAbsenceOnlyWhereAllOfItsHistoryIsLookedAt() {
        comfy().growOld();
        last(accepted(request()));
        comfy().hasDrawnForOthers(100);
        Reconciliation whole = provider().reconcile(request());
        comfy().hasDrawnForOthers(300);

        Reconciliation part = provider().reconcile(request());

        assertThat(whole).isInstanceOf(Reconciliation.Absent.class);
        assertThat(part).isInstanceOf(Reconciliation.Unclear.class);
    }

    @Test
    void aServerThatKeepsOurIdsProvesAbsenceHoweverLongItsHistory() {
        comfy().hasDrawnForOthers(300);
        Reconciliation early = provider().reconcile(request());
        last(accepted(request()));

        Reconciliation shown = provider().reconcile(request());

        assertThat(early).as("nothing shows yet that it keeps them").isInstanceOf(Reconciliation.Unclear.class);
        assertThat(shown).isInstanceOf(Reconciliation.Absent.class);
    }

    @Test
    void aTokenThatIsNoIdStillGivesOne() {
        VideoRequest request = withToken("Attempt 7");

        RemoteJob job = accepted(request);

        assertThat(job.remoteId()).matches("[0-9a-f-]{36}");
        assertThat(provider().reconcile(request)).isEqualTo(new Reconciliation.Found(job.remoteId()));
    }

    @Test
    void aFileThatIsNotInstalledIsTheOperatorsBusiness() {
        comfy().uninstall("wan_2.1_vae.safetensors");

        Submission submission = provider().submit(request(), CLEARED);

        assertThat(submission).isInstanceOfSatisfying(Submission.Rejected.class, rejected -> {
            assertThat(rejected.failure().reason()).isEqualTo(Reason.PROVIDER_AUTH);
            assertThat(rejected.failure().detail()).contains("wan_2.1_vae.safetensors")
                    .endsWith("(Put this file into ComfyUI's folder of models.)");
        });
    }

    @Test
    void aNodeThatIsNotInstalledIsTheOperatorsBusiness() {
        comfy().uninstall("WanFirstLastFrameToVideo");

        Submission submission = provider().submit(request(), CLEARED);

        assertThat(submission).isInstanceOfSatisfying(Submission.Rejected.class, rejected -> {
            assertThat(rejected.failure().reason()).isEqualTo(Reason.PROVIDER_AUTH);
            assertThat(rejected.failure().detail()).contains("WanFirstLastFrameToVideo");
        });
    }

    @Test
    void aCheckUpSaysWhatTheMachineIs() {
        assertThat(provider().checkUp().words())
                .isEqualTo("ComfyUI 0.36.0 on cuda:0 NVIDIA GeForce RTX 4090, 21 of 24 GB free.");
    }

    @Test
    void aCheckUpNamesTheFileThatIsMissing() {
        comfy().uninstall("clip_vision_h.safetensors");

        Checkup checkup = provider().checkUp();

        assertThat(checkup.trouble()).contains(Reason.PROVIDER_AUTH);
        assertThat(checkup.words()).isEqualTo("ComfyUI has no clip_vision_h.safetensors for the node CLIPVisionLoader, which "
                + "comfyui/wan-2.1-flf2v needs: put the file into its folder of models.");
    }

    @Test
    void aCheckUpNamesTheNodeThatIsMissing() {
        comfy().uninstall("CreateVideo");

        assertThat(provider().checkUp().words()).startsWith("ComfyUI has no node CreateVideo, ");
    }

    @Test
    void aCardThatIsTooSmallIsSaidToTheOperator() {
        fake().announce(Trouble.RUN_FAILED);

        RemoteStatus.Failed failed = (RemoteStatus.Failed) last(accepted(request()));

        assertThat(failed.failure().detail()).contains("torch.OutOfMemoryError").contains("too little memory");
    }

    @Test
    void aWaitingClipIsTakenOutOfTheQueue() {
        RemoteJob job = accepted(request());

        assertThat(provider().cancel(job)).isEqualTo(Cancellation.STOPPED);
        assertThat(fake().tasks()).isEmpty();
    }

    @Test
    void aWaitingClipIsTakenOutOfTheQueueOfAnOlderServer() {
        comfy().growOld();
        RemoteJob job = accepted(request());

        assertThat(provider().cancel(job)).isEqualTo(Cancellation.STOPPED);
        assertThat(fake().log()).contains("POST /queue").doesNotContain("POST /interrupt");
    }

    @Test
    void aRunningClipIsInterrupted() {
        RemoteJob job = running();

        assertThat(provider().cancel(job)).isEqualTo(Cancellation.ASKED);
        assertThat(last(job)).isInstanceOf(RemoteStatus.Cancelled.class);
    }

    @Test
    void aRunningClipIsInterruptedAtAnOlderServer() {
        comfy().growOld();
        RemoteJob job = running();

        assertThat(provider().cancel(job)).isEqualTo(Cancellation.ASKED);
        assertThat(fake().log()).contains("POST /interrupt");
        assertThat(last(job)).isInstanceOf(RemoteStatus.Cancelled.class);
    }

    @Test
    void nobodyElsesClipIsInterrupted() {
        comfy().growOld();
        RemoteJob other = running();
        RemoteJob job = accepted(request());

        provider().cancel(job);

        assertThat(fake().tasks()).extracting(FakeTask::isCancelled).containsExactly(false);
        assertThat(provider().status(other)).isInstanceOf(RemoteStatus.Running.class);
    }

    @Test
    void aFinishedClipCannotBeCancelled() {
        RemoteJob job = accepted(request());
        last(job);

        assertThat(provider().cancel(job)).isEqualTo(Cancellation.REFUSED);
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

    private RemoteJob running() {
        fake().hold();
        RemoteJob job = accepted(request());
        provider().status(job);
        assertThat(provider().status(job)).isInstanceOf(RemoteStatus.Running.class);
        return job;
    }

    private VideoRequest withToken(String token) {
        VideoRequest it = request();
        return new VideoRequest(it.generation(), token, it.model(), it.firstFrame(), it.lastFrame(), it.resolution(), it.size(),
                it.duration(), it.frameRate(), it.easing(), it.prompt(), it.negativePrompt(), it.seed(), it.options(),
                it.webhook());
    }

    private static VideoProvider provider(Optional<URI> address, String key) {
        Wire wire = new Wire(vertx);
        return new ComfyUiProvider(new Config(address, Optional.of(FakeComfyUi.HEADER), Optional.of(key)), wire,
                new Catalog(Optional::empty), new Downloads(wire, Clock.systemUTC()), Clock.systemUTC());
    }

    private record Config(Optional<URI> baseUrl, Optional<String> headerName, Optional<String> headerValue)
            implements
                ComfyUiConfig {

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public int maxConcurrent() {
            return 1;
        }

        @Override
        public Duration patience() {
            return Duration.ofMillis(500);
        }

        @Override
        public Duration pollEvery() {
            return Duration.ofSeconds(2);
        }
    }
}
