package app.inbetween.provider.fal;

import static app.inbetween.provider.ProviderTestbed.CLEARED;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;

import app.inbetween.fakes.FakeFal;
import app.inbetween.media.Dimensions;
import app.inbetween.provider.Easing;
import app.inbetween.provider.Option;
import app.inbetween.provider.Submission;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoModel.Format;
import app.inbetween.provider.VideoRequest;

/** Every model of the catalogue, sent to a fake that refuses what fal does not know. */
class FalModelsTest {

    @TempDir
    static Path directory;

    private static final Map<Dimensions, Path> STILLS = new ConcurrentHashMap<>();
    private FakeFal fal;
    private FalProvider provider;

    @BeforeEach
    void start() {
        fal = new FakeFal(0);
        provider = FalSetup.provider(fal.origin(), FakeFal.KEY, Clock.systemUTC(), Duration.ofSeconds(30));
    }

    @AfterEach
    void stop() {
        fal.close();
    }

    @TestFactory
    Stream<DynamicTest> everyModelIsTakenAsItStands() {
        return each(model -> send(model, model.formats().get(0), model.durations().get(0), Map.of()));
    }

    @TestFactory
    Stream<DynamicTest> everyLengthIsTakenAndDrawnSoLong() {
        return each(model -> model.durations().forEach(length -> {
            send(model, model.formats().get(0), length, Map.of());

            assertThat(fal.tasks()).last().satisfies(
                    task -> assertThat(task.length().minus(length).abs()).isLessThan(Duration.ofMillis(100)));
        }));
    }

    @TestFactory
    Stream<DynamicTest> everyFormatIsTakenAndEven() {
        return each(model -> model.formats().forEach(format -> {
            assertThat(format.size().width() % 2 + format.size().height() % 2).as(format.toString()).isZero();
            send(model, format, model.durations().get(0), Map.of());
        }));
    }

    @TestFactory
    Stream<DynamicTest> everyOptionIsTakenAtBothItsEnds() {
        return each(model -> {
            send(model, model.formats().get(0), model.durations().get(0), chosen(model, values -> values.get(0)));
            send(model, model.formats().get(0), model.durations().get(0),
                    chosen(model, values -> values.get(values.size() - 1)));
        });
    }

    @Test
    void whatIsStandardIsSaidAllTheSame() {
        VideoModel wan = model("fal/wan-flf2v");

        JsonNode sent = send(wan, wan.formats().get(0), Duration.ofSeconds(5), Map.of());

        assertThat(sent.path("num_inference_steps").asInt()).isEqualTo(30);
        assertThat(sent.path("guide_scale").asInt()).isEqualTo(5);
        assertThat(sent.path("shift").asInt()).isEqualTo(5);
        assertThat(sent.path("acceleration").asText()).isEqualTo("regular");
        assertThat(sent.path("enable_safety_checker").isBoolean()).isTrue();
        assertThat(sent.path("enable_prompt_expansion").isBoolean()).isTrue();
        assertThat(sent.path("resolution").asText()).isEqualTo("480p");
        assertThat(sent.path("aspect_ratio").asText()).isEqualTo("16:9");
    }

    @Test
    void fiveSecondsAreWhatIsBilledOnce() {
        VideoModel wan = model("fal/wan-flf2v");

        JsonNode five = send(wan, wan.formats().get(0), Duration.ofSeconds(5), Map.of());
        JsonNode six = send(wan, wan.formats().get(0), Duration.ofSeconds(6), Map.of());

        assertThat(wan.durations()).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(6));
        assertThat(five.path("num_frames").asInt()).isEqualTo(81);
        assertThat(six.path("num_frames").asInt()).isEqualTo(97);
        assertThat(five.path("frames_per_second").asInt()).isEqualTo(16);
    }

    @Test
    void soundIsOffUnlessItIsPaidFor() {
        for (String id : List.of("fal/kling-v2.6-pro", "fal/kling-v3-pro", "fal/veo3.1", "fal/veo3.1-fast")) {
            VideoModel model = model(id);

            JsonNode silent = send(model, model.formats().get(0), model.durations().get(0), Map.of());
            JsonNode loud = send(model, model.formats().get(0), model.durations().get(0), Map.of("audio", "true"));

            assertThat(silent.path("generate_audio")).as(id).isEqualTo(BooleanNode.FALSE);
            assertThat(loud.path("generate_audio").asBoolean()).as(id).isTrue();
            assertThat(model.variant(Map.of())).isEqualTo("standard");
            assertThat(model.variant(Map.of("audio", "true"))).isEqualTo("audio");
        }
    }

    @Test
    void lengthsAreWordsWhereFalWantsWords() {
        assertThat(sent("fal/kling-v2.5-turbo-pro").path("duration").asText()).isEqualTo("5");
        assertThat(sent("fal/luma-ray-2").path("duration").asText()).isEqualTo("5s");
        assertThat(sent("fal/veo3.1").path("duration").asText()).isEqualTo("4s");
        assertThat(sent("fal/wan-2.7").path("duration").asText()).isEqualTo("2");
        assertThat(sent("fal/vidu-start-end").has("duration")).isFalse();
        assertThat(sent("fal/hailuo-02-pro").has("duration")).isFalse();
    }

    private JsonNode sent(String id) {
        VideoModel model = model(id);
        JsonNode sent = send(model, model.formats().get(0), model.durations().get(0), Map.of());
        assertThat(sent.path("duration").isTextual()).isEqualTo(sent.has("duration"));
        return sent;
    }

    private VideoModel model(String id) {
        return provider.models().stream().filter(model -> model.id().equals(id)).findFirst().orElseThrow();
    }

    private Stream<DynamicTest> each(Consumer<VideoModel> test) {
        return provider.models().stream().map(model -> DynamicTest.dynamicTest(model.id(), () -> test.accept(model)));
    }

    private static Map<String, String> chosen(VideoModel model, Function<List<String>, String> which) {
        Map<String, String> chosen = new HashMap<>();
        model.options().forEach(option -> chosen.put(option.name(), which.apply(ends(option))));
        return chosen;
    }

    private static List<String> ends(Option option) {
        if (option instanceof Option.Choice choice) {
            return choice.values();
        }
        return option instanceof Option.Number number
                ? List.of(number.least().toPlainString(), number.most().toPlainString())
                : List.of("false", "true");
    }

    private JsonNode send(VideoModel model, Format format, Duration length, Map<String, String> options) {
        Path still = STILLS.computeIfAbsent(format.size(), FalModelsTest::still);

        Submission submission = provider.submit(new VideoRequest(UUID.randomUUID(), UUID.randomUUID().toString(), model.id(),
                still, still, format.resolution(), format.size(), length, model.frameRates().get(0), Easing.LINEAR,
                "p".repeat(model.texts().promptLimit()), "n".repeat(model.texts().negativeLimit()), Integer.MAX_VALUE, options,
                Optional.empty()), CLEARED);

        assertThat(submission).as("%s %s %s %s", model.id(), format, length, options).isInstanceOf(Submission.Accepted.class);
        return fal.tasks().get(fal.tasks().size() - 1).input();
    }

    private static Path still(Dimensions size) {
        try {
            Path file = directory.resolve(size.width() + "x" + size.height() + ".png");
            ImageIO.write(new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB), "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
