package app.inbetween.provider.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.inbetween.media.Dimensions;
import app.inbetween.media.Ffmpeg;
import app.inbetween.media.FfmpegException;
import app.inbetween.media.FrameRate;
import app.inbetween.media.Similarity;
import app.inbetween.media.VideoFacts;
import app.inbetween.media.VideoFrames;
import app.inbetween.media.VideoProbe;
import app.inbetween.provider.Easing;

class RendererTest {

    private static final Scenery SCENERY = new Scenery(1300, 1300, 1);
    private static final ProgressListener NOBODY = (frames, of) -> {
    };

    @TempDir
    Path directory;

    private final Ffmpeg ffmpeg = new Ffmpeg();
    private final Renderer flow = new FlowRenderer(ffmpeg);

    @ParameterizedTest
    @CsvSource({ "854, 480, 24", "480, 854, 25", "480, 480, 30", "1280, 720, 24", "64, 36, 24", "16, 16, 24" })
    void aFilmHasTheSizeAndLengthThatWasAskedFor(int width, int height, int rate) {
        Path film = filmed(flow, shot(width, height, rate));

        VideoFacts facts = new VideoProbe(ffmpeg).facts(film);
        assertThat(facts).isEqualTo(new VideoFacts(new Dimensions(width, height), rate, new FrameRate(rate, 1),
                Duration.ofSeconds(1), "h264", "yuv420p"));
    }

    @ParameterizedTest
    @CsvSource({ "854, 480", "1280, 720" })
    void aFilmBeginsAndEndsOnItsStills(int width, int height) {
        Shot shot = shot(width, height, 24);

        Path film = filmed(flow, shot);

        assertThat(likeness(new VideoFrames(ffmpeg).first(film), shot.first())).isGreaterThan(0.97);
        assertThat(likeness(new VideoFrames(ffmpeg).last(film), shot.last())).isGreaterThan(0.97);
    }

    @Test
    void aFadeBeginsAndEndsOnItsStills() {
        Shot shot = shot(854, 480, 24);

        Path film = filmed(new CrossfadeRenderer(ffmpeg), shot);

        assertThat(likeness(new VideoFrames(ffmpeg).first(film), shot.first())).isGreaterThan(0.97);
        assertThat(likeness(new VideoFrames(ffmpeg).last(film), shot.last())).isGreaterThan(0.97);
    }

    @Test
    void equalShotsGiveEqualFilms() throws IOException {
        byte[] once = Files.readAllBytes(filmed(flow, shot(320, 180, 24)));
        byte[] again = Files.readAllBytes(filmed(flow, shot(320, 180, 24)));

        assertThat(once).isEqualTo(again);
    }

    @Test
    void everyFrameIsReported() {
        List<Integer> drawn = new ArrayList<>();

        flow.render(shot(64, 36, 24), directory.resolve("film.mp4"), (frames, of) -> drawn.add(frames), () -> false);

        assertThat(drawn).isEqualTo(IntStream.rangeClosed(1, 24).boxed().toList());
    }

    @Test
    void aCancelledFilmLeavesNothingBehind() throws IOException {
        List<Integer> drawn = new ArrayList<>();

        assertThatThrownBy(() -> flow.render(shot(320, 180, 24), directory.resolve("film.mp4"),
                (frames, of) -> drawn.add(frames), () -> drawn.size() == 5)).isInstanceOf(CancellationException.class);

        assertThat(drawn).hasSize(5);
        assertThat(files()).isEmpty();
    }

    @Test
    void anInterruptedFilmLeavesNothingBehind() throws IOException {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> flow.render(shot(320, 180, 24), directory.resolve("film.mp4"), NOBODY, () -> false))
                .isInstanceOf(CancellationException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(files()).isEmpty();
    }

    @Test
    void aFilmThatCannotBeWrittenIsAnError() {
        assertThatThrownBy(() -> flow.render(shot(320, 180, 24), directory.resolve("nowhere/film.mp4"), NOBODY, () -> false))
                .isInstanceOf(FfmpegException.class);
    }

    @Test
    void nativesAreThere() {
        assertThat(LocalNatives.trouble()).isEmpty();
    }

    private static Shot shot(int width, int height, int rate) {
        return new Shot(SCENERY.seen(width, height, 1, 0, 0, 0), SCENERY.seen(width, height, 1.15, 3, 0.05 * width, 0), rate,
                Duration.ofSeconds(1), Easing.EASE_IN_OUT, 7);
    }

    private Path filmed(Renderer renderer, Shot shot) {
        Path film = directory.resolve("film.mp4");
        renderer.render(shot, film, NOBODY, () -> false);
        return film;
    }

    private static double likeness(BufferedImage a, BufferedImage b) {
        return Similarity.between(a, b).ssim();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
