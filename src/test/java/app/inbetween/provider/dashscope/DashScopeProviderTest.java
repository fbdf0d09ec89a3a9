package app.inbetween.provider.dashscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import app.inbetween.fakes.FakeDashScope;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Cancellation;
import app.inbetween.provider.Easing;
import app.inbetween.provider.Option;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RemoteJob;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.Submission;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoModel.Format;
import app.inbetween.provider.VideoProvider;
import app.inbetween.provider.VideoRequest;

class DashScopeProviderTest extends DashScopeContract {

    @TempDir
    Path stills;

    /** The first pair in a process takes long: classes and codecs are loaded for it. */
    @BeforeAll
    static void loadWhatIsNeeded(@TempDir Path directory) {
        try (FakeDashScope fake = new FakeDashScope(0)) {
            VideoProvider patient = new DashScopeSettings(Optional.of(FakeDashScope.KEY),
                    Optional.of(fake.origin().resolve("/api/v1")), DashScopeConfig.Upload.INLINE, Duration.ofMinutes(1))
                    .provider();
            VideoModel model = patient.models().get(0);
            patient.submit(pair(directory, model, model.formats().get(0), model.durations().get(0), Map.of()), CLEARED);
        }
    }

    @Override
    DashScopeConfig.Upload upload() {
        return DashScopeConfig.Upload.INLINE;
    }

    @Test
    void withoutAKeyItIsAbsent() {
        VideoProvider absent = new DashScopeSettings(Optional.empty(), Optional.empty(), DashScopeConfig.Upload.INLINE,
                Duration.ZERO)
                .provider();

        assertThat(absent.isConfigured()).isFalse();
        assertThat(absent.models()).isEmpty();
        assertThat(absent.checkUp().isHealthy()).isFalse();
        assertThatThrownBy(() -> absent.status(new RemoteJob(UUID.randomUUID(), model(), "task")))
                .as("clips it had when the key was taken away").isInstanceOf(ProviderUnavailableException.class);
    }

    @Test
    void keyFramesGoWhereTheirModelLives() {
        accepted(request());

        assertThat(fake().log()).containsExactly("POST /api/v1/services/aigc/image2video/video-synthesis");
        JsonNode input = fake().tasks().get(0).input();
        assertThat(input.at("/input/first_frame_url").asText()).startsWith("data:image/png;base64,");
        assertThat(input.at("/parameters").toString())
                .isEqualTo(
                        "{\"watermark\":false,\"seed\":7531902,\"duration\":5,\"resolution\":\"480P\",\"prompt_extend\":true}");
    }

    @Test
    void theLaterModelTakesFramesByTheirRole() {
        accepted(request(model("dashscope/wan2.7-i2v"), Map.of()));

        assertThat(fake().log()).containsExactly("POST /api/v1/services/aigc/video-generation/video-synthesis");
        JsonNode media = fake().tasks().get(0).input().at("/input/media");
        assertThat(media).hasSize(2);
        assertThat(media.at("/0/type").asText()).isEqualTo("first_frame");
        assertThat(media.at("/1/type").asText()).isEqualTo("last_frame");
        assertThat(media.at("/1/url").asText()).startsWith("data:image/png;base64,");
    }

    /** The shortest and the longest, the smallest and the largest, with every option at each of its ends. */
    @Test
    void oneMoreThanMayRunHasToWait() {
        accepted(request());
        accepted(request());

        Submission third = provider().submit(request(), CLEARED);

        assertThat(third).isEqualTo(new Submission.Later(Duration.ZERO));
        assertThat(fake().overruns()).containsExactly("a task more than may run");
    }

    @TestFactory
    Stream<DynamicTest> everyModelIsTakenAsTheCatalogueHasIt() {
        return provider().models().stream().flatMap(model -> Stream.concat(
                Stream.of(Map.<String, String> of()), model.options().stream().flatMap(DashScopeProviderTest::ends))
                .map(options -> DynamicTest.dynamicTest(model.id() + " " + options, () -> {
                    fake().clear();
                    fake().liftLimits();
                    accepted(request(model, options));
                    for (Format format : model.formats()) {
                        accepted(request(model, format, model.durations().get(model.durations().size() - 1), options));
                    }
                })));
    }

    @Test
    void whatIsBilledIsWhatTheTaskSays() {
        RemoteJob early = accepted(request());
        RemoteJob late = accepted(request(model("dashscope/wan2.7-i2v"), Map.of()));

        assertThat(((RemoteStatus.Succeeded) last(early)).billed()).contains(Duration.ofSeconds(5));
        assertThat(((RemoteStatus.Succeeded) last(late)).billed()).contains(Duration.ofSeconds(2));
    }

    @Test
    void aTaskThatWaitsCanBeStopped() {
        RemoteJob job = accepted(request());

        assertThat(provider().cancel(job)).isEqualTo(Cancellation.ASKED);
        assertThat(provider().status(job)).isEqualTo(new RemoteStatus.Cancelled(Billing.NOT_BILLED));
    }

    @Test
    void aTaskThatRunsCannotBeStopped() {
        RemoteJob job = accepted(request());
        provider().status(job);
        provider().status(job);

        assertThat(provider().cancel(job)).isEqualTo(Cancellation.REFUSED);
        assertThat(last(job)).isInstanceOf(RemoteStatus.Succeeded.class);
    }

    @Test
    void aTaskNobodyKnowsIsMissing() {
        RemoteJob job = new RemoteJob(UUID.randomUUID(), model(), UUID.randomUUID().toString());

        assertThat(provider().status(job)).isInstanceOf(RemoteStatus.Missing.class);
    }

    @Test
    void framesThatAreNoPicturesAreRefusedBeforeAnythingIsSent() throws IOException {
        VideoRequest request = request();
        Files.delete(request.lastFrame());

        assertThat(provider().submit(request, CLEARED)).isInstanceOf(Submission.Rejected.class);
        assertThat(fake().log()).isEmpty();
    }

    private VideoModel model(String id) {
        return provider().models().stream().filter(model -> model.id().equals(id)).findFirst().orElseThrow();
    }

    private VideoRequest request(VideoModel model, Map<String, String> options) {
        return request(model, model.formats().get(0), model.durations().get(0), options);
    }

    private VideoRequest request(VideoModel model, Format format, Duration length, Map<String, String> options) {
        return pair(stills, model, format, length, options);
    }

    private static VideoRequest pair(Path directory, VideoModel model, Format format, Duration length,
            Map<String, String> options) {
        Path still = still(directory, format);
        return new VideoRequest(UUID.randomUUID(), UUID.randomUUID().toString(), model.id(), still, still,
                format.resolution(), format.size(), length, model.frameRates().get(0), Easing.LINEAR,
                "x".repeat(model.texts().promptLimit()), "y".repeat(model.texts().negativeLimit()), Integer.MAX_VALUE,
                options, Optional.empty());
    }

    private static Path still(Path directory, Format format) {
        Path file = directory.resolve(format.size() + ".png");
        try {
            ImageIO.write(new BufferedImage(format.size().width(), format.size().height(), BufferedImage.TYPE_INT_RGB), "png",
                    file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Map<String, String>> ends(Option option) {
        List<String> values = option instanceof Option.Choice choice ? choice.values()
                : option instanceof Option.Number number
                        ? List.of(number.least().toPlainString(), number.most().toPlainString())
                        : List.of("true", "false");
        return values.stream().map(value -> Map.of(option.name(), value));
    }
}
