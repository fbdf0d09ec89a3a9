package app.inbetween.media;

import java.nio.file.Path;
import java.time.Duration;

/** The still that stands for a film: a JPEG of its middle, at most 960 pixels on the long side. */
public class Poster {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String AT_MOST_960 = "scale=960:960:force_original_aspect_ratio=decrease:force_divisible_by=2:flags=area";

    private final Ffmpeg ffmpeg;
    private final VideoProbe probe;

    public Poster(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
        this.probe = new VideoProbe(ffmpeg);
    }

    public void draw(Path film, Path jpeg) {
        try (Drawing drawing = begin(film, probe.facts(film), jpeg)) {
            drawing.await();
        }
    }

    /** The same beside whoever asks. */
    Drawing begin(Path film, VideoFacts facts, Path jpeg) {
        String middle = Double.toString((facts.frames() - 1) / 2 / facts.rate().perSecond());
        String fit = facts.size().longSide() > 960 ? AT_MOST_960 + "," : "";
        return Drawing.begin(ffmpeg, LIMIT, "-f", "mov", "-protocol_whitelist", "file", "-ss", middle,
                "-i", "file:" + film.toAbsolutePath(), "-map", "0:v:0", "-frames:v", "1",
                "-vf", fit + "format=yuvj420p", "-c:v", "mjpeg", "-q:v", "3", "-update", "1",
                "-f", "image2", "file:" + jpeg.toAbsolutePath());
    }
}
