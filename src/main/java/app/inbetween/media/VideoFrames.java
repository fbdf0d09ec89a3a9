package app.inbetween.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.file.Path;
import java.time.Duration;

/** Single decoded frames of a film, in its own size. */
public class VideoFrames {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Ffmpeg ffmpeg;
    private final VideoProbe probe;

    public VideoFrames(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
        this.probe = new VideoProbe(ffmpeg);
    }

    public BufferedImage first(Path film) {
        return frame(film, probe.facts(film).size(), 0);
    }

    public BufferedImage last(Path film) {
        VideoFacts facts = probe.facts(film);
        return frame(film, facts.size(), facts.frames() - 1);
    }

    /** The frame of that number, counted from 0. */
    public BufferedImage at(Path film, int number) {
        return frame(film, probe.facts(film).size(), number);
    }

    private BufferedImage frame(Path film, Dimensions size, int number) {
        byte[] pixels = ffmpeg.run(LIMIT, "-f", "mov", "-protocol_whitelist", "file", "-noautorotate",
                "-i", "file:" + film.toAbsolutePath(),
                "-map", "0:v:0", "-vf", "select=eq(n\\," + number + ")", "-fps_mode", "passthrough", "-frames:v", "1",
                "-sws_flags", "bicubic+accurate_rnd+full_chroma_int",
                "-f", "rawvideo", "-pix_fmt", "bgr24", "pipe:1");
        if (pixels.length != size.width() * size.height() * 3) {
            throw new UnplayableVideoException("Frame " + number + " of the film cannot be decoded.");
        }
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_3BYTE_BGR);
        System.arraycopy(pixels, 0, ((DataBufferByte) image.getRaster().getDataBuffer()).getData(), 0, pixels.length);
        return image;
    }
}
