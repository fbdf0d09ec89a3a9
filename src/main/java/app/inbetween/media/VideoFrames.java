package app.inbetween.media;

import static java.util.stream.Collectors.joining;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Single decoded frames of a film, in its own size. */
public class VideoFrames {

    /** How a film begins and how it ends. */
    public record Ends(BufferedImage first, BufferedImage last) {
    }

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

    /** The first frame and the last one, which may be the same; the film is decoded once for both. */
    Ends ends(Path film, VideoFacts facts) {
        int last = facts.frames() - 1;
        List<BufferedImage> frames = frames(film, facts.size(), last == 0 ? new int[] { 0 } : new int[] { 0, last });
        return new Ends(frames.get(0), frames.get(frames.size() - 1));
    }

    private BufferedImage frame(Path film, Dimensions size, int number) {
        return frames(film, size, number).get(0);
    }

    /** @param numbers in ascending order */
    private List<BufferedImage> frames(Path film, Dimensions size, int... numbers) {
        String selected = IntStream.of(numbers).mapToObj(number -> "eq(n\\," + number + ")").collect(joining("+"));
        byte[] pixels = ffmpeg.runInTheBackground(LIMIT, "-f", "mov", "-protocol_whitelist", "file", "-noautorotate",
                "-i", "file:" + film.toAbsolutePath(),
                "-map", "0:v:0", "-vf", "select=" + selected, "-fps_mode", "passthrough",
                "-frames:v", Integer.toString(numbers.length),
                "-sws_flags", "bicubic+accurate_rnd+full_chroma_int",
                "-f", "rawvideo", "-pix_fmt", "bgr24", "pipe:1");
        int bytes = size.width() * size.height() * 3;
        if (pixels.length != bytes * numbers.length) {
            throw new UnplayableVideoException(
                    "Frame " + numbers[pixels.length / bytes % numbers.length] + " of the film cannot be decoded.");
        }
        return IntStream.range(0, numbers.length).mapToObj(i -> image(size, pixels, i * bytes)).toList();
    }

    private static BufferedImage image(Dimensions size, byte[] pixels, int from) {
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] target = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(pixels, from, target, 0, target.length);
        return image;
    }
}
