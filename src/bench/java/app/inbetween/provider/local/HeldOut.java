package app.inbetween.provider.local;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.bytedeco.javacpp.PointerScope;

import app.inbetween.media.Ffmpeg;
import app.inbetween.provider.Easing;

/** A frame that is taken away and rebuilt from the ones before and after it; measured in decibels (PSNR of luma). */
class HeldOut {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int LUMA = Clip.WIDTH * Clip.HEIGHT;
    private static final int FRAME = LUMA * 3 / 2;

    private final BufferedImage before;
    private final BufferedImage after;
    private final byte[] truth;

    HeldOut(Clip clip) {
        this.before = clip.at().apply(-1);
        this.after = clip.at().apply(1);
        this.truth = planes(clip.at().apply(0));
    }

    double drawn() {
        Shot shot = new Shot(before, after, 3, Duration.ofSeconds(1), Easing.LINEAR, 1);
        try (PointerScope scope = new PointerScope(); Hands hands = new Hands()) {
            byte[] frame = new byte[FRAME];
            FlowRenderer.prepare(shot, Yuv.of(before), Yuv.of(after), hands).get().draw(0.5, frame);
            return likeness(frame, 0);
        }
    }

    /** The best of all frames it delivers, wherever it puts the middle one. */
    double interpolated(Ffmpeg ffmpeg) throws IOException {
        Path stills = Files.createTempFile("stills", ".yuv");
        try {
            try (OutputStream stream = Files.newOutputStream(stills)) {
                stream.write(planes(before));
                stream.write(planes(after));
                stream.write(planes(after));
            }
            byte[] frames = ffmpeg.run(LIMIT, "-f", "rawvideo", "-pix_fmt", "yuv420p",
                    "-video_size", Clip.WIDTH + "x" + Clip.HEIGHT, "-framerate", "12", "-i", stills.toString(),
                    // Without scene detection, which would rather repeat a frame than interpolate a fast one.
                    "-vf", "minterpolate=fps=24:mi_mode=mci:scd=none", "-f", "rawvideo", "pipe:1");
            double best = 0;
            for (int start = 0; start < frames.length; start += FRAME) {
                best = Math.max(best, likeness(frames, start));
            }
            return best;
        } finally {
            Files.delete(stills);
        }
    }

    private double likeness(byte[] frame, int start) {
        double squares = 0;
        for (int i = 0; i < LUMA; i++) {
            double difference = (frame[start + i] & 0xff) - (truth[i] & 0xff);
            squares += difference * difference;
        }
        return 10 * Math.log10(255.0 * 255.0 * LUMA / squares);
    }

    static byte[] planes(BufferedImage image) {
        try (PointerScope scope = new PointerScope()) {
            return Yuv.of(image).bytes();
        }
    }
}
