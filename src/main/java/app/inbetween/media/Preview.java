package app.inbetween.media;

import java.nio.file.Path;
import java.time.Duration;

/** A light copy of a film for the gallery: silent, 360 pixels on the short side at most, quick to start. */
public class Preview {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Ffmpeg ffmpeg;
    private final VideoProbe probe;

    public Preview(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
        this.probe = new VideoProbe(ffmpeg);
    }

    public void draw(Path film, Path mp4) {
        try (Drawing drawing = begin(film, probe.facts(film), mp4)) {
            drawing.await();
        }
    }

    /** The same beside whoever asks. */
    Drawing begin(Path film, VideoFacts facts, Path mp4) {
        Dimensions size = facts.size();
        return Drawing.begin(ffmpeg, LIMIT, "-f", "mov", "-protocol_whitelist", "file", "-i", "file:" + film.toAbsolutePath(),
                "-map", "0:v:0", "-an", "-vf", "scale=" + smaller(size) + ":flags=area,format=yuv420p",
                "-c:v", "libopenh264", "-b:v", "500k", "-movflags", "+faststart",
                "-f", "mp4", "file:" + mp4.toAbsolutePath());
    }

    private static String smaller(Dimensions size) {
        double factor = Math.min(1, 360.0 / Math.min(size.width(), size.height()));
        return even(size.width() * factor) + ":" + even(size.height() * factor);
    }

    private static int even(double pixels) {
        return Math.max(2, 2 * (int) Math.round(pixels / 2));
    }
}
