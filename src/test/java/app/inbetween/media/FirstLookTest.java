package app.inbetween.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstLookTest {

    @TempDir
    Path directory;

    private final CountingFfmpeg ffmpeg = new CountingFfmpeg();
    private final VideoProbe probe = new VideoProbe(ffmpeg);

    /** Counts how often a file is looked at in place of what comes through the pipe. */
    private static final class CountingFfmpeg extends Ffmpeg {
        int files;
        RunningProgram waiting;

        @Override
        public byte[] probe(Duration limit, List<String> arguments) {
            files++;
            return super.probe(limit, arguments);
        }

        @Override
        RunningProgram startProbe(List<String> arguments) {
            waiting = super.startProbe(arguments);
            return waiting;
        }
    }

    @Test
    void aFilmThatHasComeTellsItsFactsToWhoeverWaitedForIt() {
        try (FirstLook look = probe.expect()) {
            Path film = TestFilms.lively(ffmpeg, directory, new Dimensions(640, 360));

            VideoFacts facts = look.facts(film);

            assertThat(ffmpeg.files).isZero();
            assertThat(facts).isEqualTo(probe.facts(film));
            assertThat(facts.frames()).isEqualTo(50);
        }
    }

    @Test
    void aFilmWithItsIndexAtTheEndIsLookedAtWhereItLies() {
        Path film = TestFilms.indexLast(ffmpeg, directory);

        try (FirstLook look = probe.expect()) {
            assertThat(look.facts(film).size()).isEqualTo(new Dimensions(64, 48));
        }
        assertThat(ffmpeg.files).isOne();
    }

    @Test
    void aFilmInFragmentsIsCounted() {
        Path film = TestFilms.inFragments(ffmpeg, directory);

        try (FirstLook look = probe.expect()) {
            assertThat(look.facts(film).frames()).isEqualTo(36);
        }
    }

    @Test
    void aProgramThatDiedWhileItWaitedIsNotTheFilmsFault() {
        Path film = TestFilms.lively(ffmpeg, directory, new Dimensions(160, 120));

        try (FirstLook look = probe.expect()) {
            ffmpeg.waiting.close();

            assertThat(look.facts(film).frames()).isEqualTo(50);
        }
        assertThat(ffmpeg.files).isOne();
    }

    @Test
    void whatIsNoFilmIsRefused() throws IOException {
        Path garbage = Files.writeString(directory.resolve("garbage.mp4"), "<html>402 payment required</html>");

        try (FirstLook look = probe.expect()) {
            assertThatThrownBy(() -> look.facts(garbage)).isInstanceOf(UnplayableVideoException.class)
                    .hasMessage("The file is not an MP4 film.");
        }
    }

    @Test
    void aFilmWithoutAPictureThatCanBeDecodedIsRefused() throws IOException {
        Path film = TestFilms.lively(ffmpeg, directory, new Dimensions(160, 120));
        byte[] bytes = Files.readAllBytes(film);
        // The index comes first and is left as it is.
        int pictures = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("mdat") + 4;
        Arrays.fill(bytes, pictures, bytes.length, (byte) 0);
        Files.write(film, bytes);

        try (FirstLook look = probe.expect()) {
            assertThatThrownBy(() -> look.facts(film)).isInstanceOf(UnplayableVideoException.class);
        }
    }

    @Test
    void nothingGoesOnOnceItIsClosed() {
        FirstLook look = probe.expect();
        assertThat(ffmpeg.waiting.isRunning()).isTrue();

        look.close();

        assertThat(ffmpeg.waiting.isRunning()).isFalse();
    }

    @Test
    void theWorkshopHasOneProgramWaitAndHandsItOutOnce() {
        FilmWorkshop workshop = new FilmWorkshop();
        workshop.getReady();
        workshop.getReady();
        try (FirstLook one = workshop.expect(); FirstLook other = workshop.expect()) {
            Path film = TestFilms.lively(ffmpeg, directory, new Dimensions(160, 120));

            assertThat(other).isNotSameAs(one);
            assertThat(one.facts(film)).isEqualTo(other.facts(film));
        }
        workshop.close();
    }
}
