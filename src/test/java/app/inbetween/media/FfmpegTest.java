package app.inbetween.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

class FfmpegTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String[] ENDLESS = { "-re", "-f", "lavfi", "-i", "color=red:s=16x16", "-f", "null", "-" };

    private final Ffmpeg ffmpeg = new Ffmpeg();

    @Test
    void itCanWriteH264() {
        assertThat(new String(ffmpeg.run(LIMIT, "-encoders"))).contains("libopenh264");
    }

    @Test
    void nothingOfItsOutputIsLost() {
        for (int i = 0; i < 10; i++) {
            byte[] pixels = ffmpeg.run(LIMIT, "-f", "lavfi", "-i", "color=red:s=200x200", "-frames:v", "1", "-f", "rawvideo",
                    "-pix_fmt", "rgb24", "pipe:1");

            assertThat(pixels).hasSize(200 * 200 * 3);
        }
    }

    @Test
    void itsComplaintIsTold() {
        assertThatThrownBy(() -> ffmpeg.run(LIMIT, "-i", "nowhere.mp4", "-f", "null", "-"))
                .isInstanceOf(FfmpegException.class).hasMessageContaining("nowhere.mp4");
    }

    @Test
    void itIsStoppedWhenItTakesTooLong() {
        assertThatThrownBy(() -> ffmpeg.run(Duration.ofMillis(300), ENDLESS))
                .isInstanceOf(FfmpegException.class).hasMessageContaining("stopped after");
    }

    @Test
    void itIsStoppedWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> ffmpeg.run(LIMIT, ENDLESS)).isInstanceOf(FfmpegException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void closingKillsIt() {
        RunningProgram program = ffmpeg.start(List.of(ENDLESS));

        program.close();

        assertThatThrownBy(() -> program.await(LIMIT)).isInstanceOf(FfmpegException.class);
    }
}
