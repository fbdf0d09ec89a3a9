package app.inbetween.provider.wavespeed;

import static app.inbetween.provider.ProviderTestbed.CLEARED;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import app.inbetween.fakes.FakeTask;
import app.inbetween.fakes.FakeWaveSpeed;
import app.inbetween.media.Dimensions;
import app.inbetween.provider.Easing;
import app.inbetween.provider.Option;
import app.inbetween.provider.Submission;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoModel.Feature;
import app.inbetween.provider.VideoModel.Format;
import app.inbetween.provider.VideoProvider;
import app.inbetween.provider.VideoRequest;
import app.inbetween.provider.catalog.Catalog;
import app.inbetween.provider.wire.Downloads;
import app.inbetween.provider.wire.Wire;
import io.vertx.core.Vertx;

/** What the catalogue says of WaveSpeed's models, tried against a fake that was written apart from it. */
class WaveSpeedModelsTest {

    private static final Catalog CATALOG = new Catalog(Optional::empty);
    private static final Map<Dimensions, Path> STILLS = new HashMap<>();

    @TempDir
    static Path directory;

    private static Vertx vertx;
    private static FakeWaveSpeed fake;
    private static VideoProvider provider;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        fake = new FakeWaveSpeed(0);
        fake.liftLimits();
        Wire wire = new Wire(vertx);
        Clock clock = Clock.systemUTC();
        provider = new WaveSpeedProvider(TestConfig.of(FakeWaveSpeed.KEY, fake.origin()).waiting(Duration.ofSeconds(30)), wire,
                CATALOG,
                new Downloads(wire, clock), clock);
    }

    @AfterAll
    static void stop() {
        fake.close();
        vertx.close();
    }

    @Test
    void theModelsThatTakeTwoFramesAreThere() {
        assertThat(provider.models()).extracting(VideoModel::id).contains("wavespeed/wan-flf2v",
                "wavespeed/wan-2.2-i2v-ultra-fast", "wavespeed/kling-v2.1-start-end-frame",
                "wavespeed/pixverse-v5-transition", "wavespeed/seedance-v1-lite", "wavespeed/seedance-v1-pro",
                "wavespeed/seedance-v1.5-pro", "wavespeed/vidu-start-end", "wavespeed/hailuo-02-standard",
                "wavespeed/hailuo-02-pro", "wavespeed/veo3.1");
    }

    @TestFactory
    Stream<DynamicTest> everyLengthAndSizeIsTaken() {
        return each(model -> {
            Format usual = model.formats().get(0);
            model.durations().forEach(length -> assertThat(sent(model, usual, length, Map.of()).length()).isEqualTo(length));
            model.formats().forEach(format -> sent(model, format, model.durations().get(0), Map.of()));
        });
    }

    @TestFactory
    Stream<DynamicTest> everyOptionIsTakenAtItsEnds() {
        return each(model -> model.options().forEach(option -> ends(option).forEach(value -> {
            FakeTask task = sent(model, model.formats().get(0), model.durations().get(0), Map.of(option.name(), value));

            assertThat(task.input().findValuesAsText(fieldOf(model, option))).containsExactly(value);
        })));
    }

    @TestFactory
    Stream<DynamicTest> whatAModelReadsIsTakenUpToItsLimit() {
        return each(model -> {
            FakeTask task = sent(request(model, model.formats().get(0), model.durations().get(0), Map.of(),
                    "p".repeat(model.texts().promptLimit()), "n".repeat(model.texts().negativeLimit())));

            assertThat(task.input().path("prompt").asText()).hasSize(model.texts().promptLimit());
            assertThat(task.input().path("negative_prompt").asText()).hasSize(model.texts().negativeLimit());
        });
    }

    @Test
    void sizesAreEven() {
        provider.models().forEach(model -> assertThat(model.formats()).as(model.id())
                .allMatch(format -> format.size().width() % 2 == 0 && format.size().height() % 2 == 0));
    }

    private static Stream<DynamicTest> each(java.util.function.Consumer<VideoModel> test) {
        return provider.models().stream().map(model -> DynamicTest.dynamicTest(model.id(), () -> test.accept(model)));
    }

    private static List<String> ends(Option option) {
        if (option instanceof Option.Number number) {
            return List.of(option.accept(number.least().toPlainString()).orElseThrow(),
                    option.accept(number.most().toPlainString()).orElseThrow(), option.standard());
        }
        return option instanceof Option.Choice choice ? choice.values() : List.of("true", "false");
    }

    private static String fieldOf(VideoModel model, Option option) {
        return CATALOG.entry(model.id()).orElseThrow().wiring().options().get(option).toString().substring(1);
    }

    private static FakeTask sent(VideoModel model, Format format, Duration length, Map<String, String> options) {
        return sent(request(model, format, length, options, model.texts().promptRequired() ? "petals open slowly" : "", ""));
    }

    private static FakeTask sent(VideoRequest request) {
        Submission submission = provider.submit(request, CLEARED);
        assertThat(submission).as(request.model()).isInstanceOf(Submission.Accepted.class);
        return fake.tasks().get(fake.tasks().size() - 1);
    }

    private static VideoRequest request(VideoModel model, Format format, Duration length, Map<String, String> options,
            String prompt, String negative) {
        Path still = STILLS.computeIfAbsent(format.size(), WaveSpeedModelsTest::still);
        return new VideoRequest(UUID.randomUUID(), UUID.randomUUID().toString(), model.id(), still, still, format.resolution(),
                format.size(), length, model.frameRates().get(0), Easing.LINEAR, prompt,
                model.supports(Feature.NEGATIVE_PROMPT) ? negative : "", Integer.MAX_VALUE, options, Optional.empty());
    }

    private static Path still(Dimensions size) {
        try {
            Path file = Files.createTempFile(directory, "still-", ".png");
            ImageIO.write(new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB), "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
