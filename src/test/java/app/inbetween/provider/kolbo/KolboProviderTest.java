package app.inbetween.provider.kolbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import app.inbetween.fakes.FakeKolbo;
import app.inbetween.fakes.FakeProvider;
import app.inbetween.media.Dimensions;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Cancellation;
import app.inbetween.provider.Checkup;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RemoteJob;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.RemoteStatus.Progress;
import app.inbetween.provider.Submission;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoProvider;
import app.inbetween.provider.VideoProviderContract;
import app.inbetween.provider.VideoRequest;
import app.inbetween.provider.wire.Answer;

class KolboProviderTest extends VideoProviderContract {

    @Override
    protected FakeProvider startFake() {
        return new FakeKolbo(0);
    }

    /** Knows the models before anything happens to the fake. */
    @Override
    protected VideoProvider provider(FakeProvider fake) {
        VideoProvider provider = KolboSettings.of(fake, FakeKolbo.KEY).provider(Clock.systemUTC());
        assertThat(provider.models()).hasSize(2);
        return provider;
    }

    @Override
    protected VideoProvider providerWithWrongKey(FakeProvider fake) {
        return KolboSettings.of(fake, key() + "x").provider(Clock.systemUTC());
    }

    @Override
    protected String key() {
        return FakeKolbo.KEY;
    }

    @Override
    protected String model() {
        return "kolbo/wan_2fflf2v-14b";
    }

    @Override
    protected boolean findsLostTasks() {
        return false;
    }

    @Test
    void withoutAKeyItIsAbsent() {
        KolboProvider absent = new KolboSettings(Optional.empty(), Optional.empty(), Optional.empty(), Duration.ZERO)
                .provider(Clock.systemUTC());

        assertThat(absent.isConfigured()).isFalse();
        assertThat(absent.models()).isEmpty();
        assertThat(absent.prices()).isEmpty();
        assertThat(absent.trouble()).isEmpty();
        assertThat(absent.checkUp().isHealthy()).isFalse();
        assertThatThrownBy(() -> absent.status(new RemoteJob(UUID.randomUUID(), model(), "clip")))
                .as("clips it had when the key was taken away").isInstanceOf(ProviderUnavailableException.class);
    }

    @Test
    void theFormSaysWhatWasAskedFor() {
        accepted(request());

        JsonNode input = fake().tasks().get(0).input();
        assertThat(input.toString()).isEqualTo("{\"model\":\"wan/flf2v-14b\",\"duration\":\"5\",\"aspect_ratio\":\"16:9\","
                + "\"enhance_prompt\":\"true\",\"prompt\":\"petals open slowly\",\"resolution\":\"720p\"}");
    }

    @Test
    void soundIsOffUntilSomebodyWantsToPayForIt() {
        VideoModel model = provider().models().get(1);
        accepted(of(model, Map.of()));
        accepted(of(model, Map.of("audio", "true", "expansion", "false")));

        assertThat(fake().tasks().get(0).input().path("sound_enabled").asText()).isEqualTo("false");
        assertThat(fake().tasks().get(1).input().path("sound_enabled").asText()).isEqualTo("true");
        assertThat(fake().tasks().get(1).input().path("enhance_prompt").asText()).isEqualTo("false");
        assertThat(model.variant(Map.of("audio", "true"))).isEqualTo("audio");
    }

    /** Every size and length of every model. */
    @Test
    void whatItListsItTakes() {
        fake().liftLimits();
        for (VideoModel model : provider().models()) {
            for (VideoModel.Format format : model.formats()) {
                for (Duration length : model.durations()) {
                    accepted(of(model, format, length, Map.of()));
                }
            }
        }
    }

    @Test
    void progressIsTold() {
        RemoteJob job = accepted(request());

        assertThat(provider().status(job)).isEqualTo(new RemoteStatus.Waiting());
        assertThat(provider().status(job)).isEqualTo(new RemoteStatus.Running(Optional.of(new Progress(40, 100))));
    }

    @Test
    void aClipCanBeStoppedUntilItIsFinal() {
        RemoteJob job = accepted(request());
        RemoteJob done = accepted(request());
        last(done);

        assertThat(provider().cancel(job)).isEqualTo(Cancellation.ASKED);
        assertThat(provider().status(job)).isEqualTo(new RemoteStatus.Cancelled(Billing.BILLED));
        assertThat(provider().cancel(job)).isEqualTo(Cancellation.REFUSED);
        assertThat(provider().cancel(done)).isEqualTo(Cancellation.REFUSED);
    }

    @Test
    void nothingLeftIsTrouble() {
        ((FakeKolbo) fake()).grant(0);

        Checkup checkup = provider().checkUp();

        assertThat(checkup.trouble()).contains(Reason.PROVIDER_BALANCE);
        assertThat(checkup.balance()).contains("0.0 Kolbo credits");
    }

    @Test
    void whatIsLeftIsTold() {
        ((FakeKolbo) fake()).grant(42);

        assertThat(provider().checkUp().balance()).contains("42.0 Kolbo credits");
    }

    @Test
    void creditsThatDoNotSufficeAreAMatterForTheAdministrator() {
        ((FakeKolbo) fake()).grant(1);

        Submission submission = provider().submit(request(), CLEARED);

        assertThat(((Submission.Rejected) submission).failure().reason()).isEqualTo(Reason.PROVIDER_BALANCE);
    }

    @Test
    void theEleventhWithinAMinuteHasToWait() {
        for (int i = 0; i < 10; i++) {
            accepted(request());
        }

        Submission eleventh = provider().submit(request(), CLEARED);

        assertThat(((Submission.Later) eleventh).pause()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(61));
        assertThat(fake().overruns()).containsExactly("a submission beyond 10/1m");
    }

    @Test
    void aFailureOfItsOwnIsNoLostAnswer() {
        Submission submission = new KolboSubmission().ofServerError(answer(500,
                "{\"success\":false,\"error\":\"The model returned nothing\",\"code\":\"GENERATION_ERROR\"}"));

        Failure failure = ((Submission.Rejected) submission).failure();
        assertThat(failure.reason()).isEqualTo(Reason.PROVIDER_FAILED);
        assertThat(failure.billing()).isEqualTo(Billing.NOT_BILLED);
    }

    @Test
    void whatIsNamedExistsWhateverElseIsSaid() {
        Submission submission = new KolboSubmission().ofServerError(answer(500,
                "{\"success\":false,\"code\":\"GENERATION_ERROR\",\"generation_id\":\"flf_1\"}"));

        assertThat(submission).isEqualTo(new Submission.Accepted("flf_1"));
    }

    @Test
    void anyOtherErrorOfAServerLeavesItUnknown() {
        assertThat(List.of("<html>Bad gateway</html>", "{\"success\":false,\"error\":\"Oops\"}"))
                .allSatisfy(body -> assertThat(new KolboSubmission().ofServerError(answer(500, body)))
                        .isInstanceOf(Submission.Unknown.class));
    }

    @Test
    void aModelThatWentIsRefusedInsteadOfSent() {
        VideoRequest request = request();
        ((FakeKolbo) fake()).offer("[]");
        VideoProvider fresh = KolboSettings.of(fake(), key()).provider(Clock.systemUTC());

        Submission submission = fresh.submit(request, CLEARED);

        assertThat(((Submission.Rejected) submission).failure().reason()).isEqualTo(Reason.INPUT_INVALID);
        assertThat(fake().tasks()).isEmpty();
    }

    @Test
    void whatAModelMakesNoMoreIsRefusedInsteadOfSent() {
        VideoModel model = provider().models().get(0);
        VideoModel.Format usual = model.formats().get(0);
        Duration length = model.durations().get(0);

        assertThat(List.of(of(model, new VideoModel.Format("720p", new Dimensions(960, 720)), length, Map.of()),
                of(model, new VideoModel.Format("1080p", usual.size()), length, Map.of()),
                of(model, usual, Duration.ofSeconds(7), Map.of()), of(model, usual, length, Map.of("audio", "true"))))
                .allSatisfy(request -> assertThat(provider().submit(request, CLEARED)).isEqualTo(Submission.rejected(
                        Reason.INPUT_INVALID, "Kolbo no longer makes a clip of exactly these settings")));
        assertThat(fake().tasks()).isEmpty();
    }

    @Test
    void whereTheListCannotBeHadNothingWasSent() {
        VideoRequest request = request();
        ((FakeKolbo) fake()).keepQuiet(true);
        VideoProvider fresh = KolboSettings.of(fake(), key()).provider(Clock.systemUTC());

        assertThat(fresh.submit(request, CLEARED)).isInstanceOf(Submission.NotSent.class);
        assertThat(fresh.trouble()).isPresent();
    }

    private static Answer answer(int status, String body) {
        return new Answer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private VideoRequest of(VideoModel model, Map<String, String> options) {
        return of(model, model.formats().get(0), model.durations().get(0), options);
    }

    private VideoRequest of(VideoModel model, VideoModel.Format format, Duration length, Map<String, String> options) {
        VideoRequest usual = request();
        return new VideoRequest(usual.generation(), usual.attemptToken(), model.id(), usual.firstFrame(), usual.lastFrame(),
                format.resolution(), format.size(), length, model.frameRates().get(0), usual.easing(), usual.prompt(), "",
                usual.seed(), options, Optional.empty());
    }
}
