package app.inbetween.media;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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

    /** As programs write films that are not told to put the index first. */
    static Path indexLast(Ffmpeg ffmpeg, Path directory) {
        return plain(ffmpeg, directory.resolve("index-last.mp4"));
    }

    /** 36 frames, and no one place that says so. */
    static Path inFragments(Ffmpeg ffmpeg, Path directory) {
        return plain(ffmpeg, directory.resolve("fragments.mp4"), "-movflags", "+frag_keyframe+empty_moov");
    }

    private static Path plain(Ffmpeg ffmpeg, Path film, String... more) {
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc2=s=64x48:r=24", "-frames:v", "36",
                "-c:v", "libopenh264", "-pix_fmt", "yuv420p"));
        arguments.addAll(List.of(more));
        arguments.add(film.toString());
        ffmpeg.run(LIMIT, arguments.toArray(String[]::new));
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
