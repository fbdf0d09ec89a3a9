package app.inbetween.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PosterTest {

    @TempDir
    Path directory;

    private final Ffmpeg ffmpeg = new Ffmpeg();

    @Test
    void aPosterOfALargeFilmIsAtMost960PixelsLong() throws IOException {
        BufferedImage poster = poster(TestFilms.lively(ffmpeg, directory, new Dimensions(720, 1280)));

        assertThat(poster.getHeight()).isEqualTo(960);
        assertThat(poster.getWidth()).isEqualTo(540);
    }

    @Test
    void aPosterOfASmallFilmIsAsLargeAsTheFilm() throws IOException {
        BufferedImage poster = poster(TestFilms.lively(ffmpeg, directory, new Dimensions(320, 180)));

        assertThat(poster.getWidth()).isEqualTo(320);
    }

    @Test
    void aPosterShowsTheMiddle() throws IOException {
        BufferedImage poster = poster(TestFilms.brightening(ffmpeg, directory, new Dimensions(64, 48), 30));

        assertThat(poster.getRGB(32, 24) & 0xff).isBetween(80, 110);
    }

    @Test
    void aPosterOfOneFrameIsThatFrame() throws IOException {
        assertThat(poster(TestFilms.brightening(ffmpeg, directory, new Dimensions(64, 48), 1))).isNotNull();
    }

    @Test
    void aPreviewIsSmallAndSilent() {
        Path film = TestFilms.lively(ffmpeg, directory, new Dimensions(720, 1280));
        Path preview = directory.resolve("preview.mp4");

        new Preview(ffmpeg).draw(film, preview);

        VideoFacts facts = new VideoProbe(ffmpeg).facts(preview);
        assertThat(facts.size()).isEqualTo(new Dimensions(360, 640));
        assertThat(facts.frames()).isEqualTo(50);
        assertThat(preview.toFile().length()).isLessThan(film.toFile().length() / 2);
    }

    private BufferedImage poster(Path film) throws IOException {
        Path jpeg = directory.resolve("poster.jpg");
        new Poster(ffmpeg).draw(film, jpeg);
        return ImageIO.read(jpeg.toFile());
    }
}
