package app.inbetween.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoFramesTest {

    private static final Dimensions SIZE = new Dimensions(64, 48);

    @TempDir
    Path directory;

    private final Ffmpeg ffmpeg = new Ffmpeg();
    private final VideoFrames frames = new VideoFrames(ffmpeg);

    @Test
    void theFirstAndTheLastFrameAreExactlyThose() {
        Path film = TestFilms.brightening(ffmpeg, directory, SIZE, 30);

        assertThat(brightness(frames.first(film))).isCloseTo(full(20), within(2.0));
        assertThat(brightness(frames.last(film))).isCloseTo(full(20 + 5 * 29), within(2.0));
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 30 })
    void bothEndsAreFoundAtOnce(int length) {
        Path film = TestFilms.brightening(ffmpeg, directory, SIZE, length);

        VideoFrames.Ends ends = frames.ends(film, new VideoProbe(ffmpeg).facts(film));

        assertThat(brightness(ends.first())).isCloseTo(full(20), within(2.0));
        assertThat(brightness(ends.last())).isCloseTo(full(20 + 5 * (length - 1)), within(2.0));
    }

    @Test
    void aFrameIsFoundByItsNumber() {
        Path film = TestFilms.brightening(ffmpeg, directory, SIZE, 30);

        assertThat(brightness(frames.at(film, 17))).isCloseTo(full(20 + 5 * 17), within(2.0));
    }

    /** Films keep luma from 16 to 235, pictures from 0 to 255. */
    private static double full(double luma) {
        return (luma - 16) * 255 / 219;
    }

    private static double brightness(BufferedImage image) {
        return image.getRGB(32, 24) >> 8 & 0xff;
    }
}
