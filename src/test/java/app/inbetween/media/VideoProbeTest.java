package app.inbetween.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoProbeTest {

    @TempDir
    Path directory;

    private final Ffmpeg ffmpeg = new Ffmpeg();
    private final VideoProbe probe = new VideoProbe(ffmpeg);

    @Test
    void aFilmTellsItsFacts() {
        Path film = TestFilms.brightening(ffmpeg, directory, new Dimensions(64, 48), 36);

        assertThat(probe.facts(film)).isEqualTo(new VideoFacts(new Dimensions(64, 48), 36, new FrameRate(24, 1),
                Duration.ofMillis(1500), "h264", "yuv420p"));
    }

    @Test
    void aFilmThatIsCutShortIsNotPlayable() throws IOException {
        byte[] whole = Files.readAllBytes(TestFilms.lively(ffmpeg, directory, new Dimensions(160, 120)));

        for (double part : new double[] { 0.02, 0.3, 0.7, 0.99 }) {
            Path cut = directory.resolve("cut.mp4");
            Files.write(cut, Arrays.copyOf(whole, (int) (part * whole.length)));

            assertThatThrownBy(() -> probe.facts(cut)).describedAs("%s of it", part)
                    .isInstanceOf(UnplayableVideoException.class);
        }
    }

    @Test
    void garbageIsNotPlayable() throws IOException {
        Path garbage = Files.writeString(directory.resolve("garbage.mp4"), "<html>402 payment required</html>");

        assertThatThrownBy(() -> probe.facts(garbage)).isInstanceOf(UnplayableVideoException.class)
                .hasMessage("The file is not an MP4 film.");
    }

    @Test
    void anEmptyFileIsNotPlayable() throws IOException {
        Path empty = Files.createFile(directory.resolve("empty.mp4"));

        assertThatThrownBy(() -> probe.facts(empty)).isInstanceOf(UnplayableVideoException.class);
    }

    @Test
    void soundAloneIsNotAFilm() {
        Path sound = TestFilms.sound(ffmpeg, directory);

        assertThatThrownBy(() -> probe.facts(sound)).isInstanceOf(UnplayableVideoException.class)
                .hasMessage("The file has no video track.");
    }

    @Test
    void aPlaylistInDisguiseOpensNothing() throws IOException {
        Path playlist = Files.writeString(directory.resolve("list.mp4"), "    ftyp\n#EXTM3U\nfile:///etc/hostname\n");

        assertThatThrownBy(() -> probe.facts(playlist)).isInstanceOf(UnplayableVideoException.class);
    }
}
