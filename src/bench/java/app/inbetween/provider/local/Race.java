package app.inbetween.provider.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import app.inbetween.media.Ffmpeg;
import app.inbetween.media.VideoFacts;
import app.inbetween.media.VideoProbe;
import app.inbetween.provider.Easing;

/** The same two stills become the same film, by the renderer and by ffmpeg, one after the other. */
class Race {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration LENGTH = Duration.ofSeconds(5);
    private static final int RATE = 24;

    private final Ffmpeg ffmpeg;
    private final Shot shot;
    private final Path directory;
    private final Path stills;

    /** @param clip whose first half second is stretched to a whole film */
    Race(Ffmpeg ffmpeg, Clip clip) throws IOException {
        this.ffmpeg = ffmpeg;
        this.shot = new Shot(clip.at().apply(0), clip.at().apply(12), RATE, LENGTH, Easing.LINEAR, 1);
        this.directory = Files.createTempDirectory("race");
        this.stills = directory.resolve("stills.yuv");
        try (OutputStream stream = Files.newOutputStream(stills)) {
            stream.write(HeldOut.planes(shot.first()));
            // Interpolation goes as far as the last still but one.
            stream.write(HeldOut.planes(shot.last()));
            stream.write(HeldOut.planes(shot.last()));
        }
    }

    /** How many times more frames per second the renderer makes, in each of some rounds. */
    List<Double> rounds(int count) {
        // A studio has drawn clips before; a fresh virtual machine has not.
        render();
        render();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < count; round++) {
            double ours = framesPerSecond(this::render);
            double theirs = framesPerSecond(this::interpolate);
            ratios.add(ours / theirs);
        }
        return ratios;
    }

    private double framesPerSecond(Runnable work) {
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        VideoFacts facts = new VideoProbe(ffmpeg).facts(film());
        return facts.frames() / seconds;
    }

    private void render() {
        new FlowRenderer(ffmpeg).render(shot, film(), (frames, of) -> {
        }, () -> false);
    }

    private void interpolate() {
        ffmpeg.run(LIMIT, "-f", "rawvideo", "-pix_fmt", "yuv420p", "-video_size", Clip.WIDTH + "x" + Clip.HEIGHT,
                "-framerate", "1/" + LENGTH.toSeconds(), "-i", stills.toString(),
                "-vf", "minterpolate=fps=" + RATE + ":mi_mode=mci:scd=none",
                "-c:v", "libopenh264", "-rc_mode", "bitrate", "-b:v", "20M", "-qmin", "20", "-qmax", "20",
                "-g", Integer.toString(RATE), "-movflags", "+faststart", film().toString());
    }

    private Path film() {
        return directory.resolve("film.mp4");
    }
}
