package app.inbetween.media;

import java.nio.file.Path;
import java.time.Duration;

/** Films made for a test. */
final class TestFilms {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private TestFilms() {
    }

    /** Frame n is grey and has the luma 20 + 5 n. */
    static Path brightening(Ffmpeg ffmpeg, Path directory, Dimensions size, int frames) {
        Path film = directory.resolve("brightening.mp4");
        ffmpeg.run(LIMIT, "-f", "lavfi", "-i",
                "color=black:s=" + size.width() + "x" + size.height() + ":r=24,format=yuv420p,geq=lum='20+5*N':cb=128:cr=128",
                "-frames:v", Integer.toString(frames), "-c:v", "libopenh264", "-b:v", "2M", "-movflags", "+faststart",
                film.toString());
        return film;
    }

    static Path sound(Ffmpeg ffmpeg, Path directory) {
        Path film = directory.resolve("sound.mp4");
        ffmpeg.run(LIMIT, "-f", "lavfi", "-i", "sine=d=1", "-c:a", "aac", film.toString());
        return film;
    }

    static Path lively(Ffmpeg ffmpeg, Path directory, Dimensions size) {
        Path film = directory.resolve("lively.mp4");
        ffmpeg.run(LIMIT, "-f", "lavfi", "-i", "testsrc2=s=" + size.width() + "x" + size.height() + ":r=25:d=2",
                "-f", "lavfi", "-i", "sine=d=2", "-c:v", "libopenh264", "-b:v", "4M", "-c:a", "aac", "-pix_fmt", "yuv420p",
                "-movflags", "+faststart", film.toString());
        return film;
    }
}
