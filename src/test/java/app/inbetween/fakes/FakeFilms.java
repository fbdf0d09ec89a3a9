package app.inbetween.fakes;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.imageio.ImageIO;

import app.inbetween.media.Ffmpeg;
import app.inbetween.provider.Easing;
import app.inbetween.provider.local.CrossfadeRenderer;
import app.inbetween.provider.local.Shot;

/** Small films from the frames a fake was sent, drawn by the built-in renderer, so that what is measured on them is real. */
public final class FakeFilms {

    private static final int LONGEST_SIDE = 256;
    private static final Map<Integer, byte[]> DRAWN = new ConcurrentHashMap<>();

    private FakeFilms() {
    }

    /** Of the task's length, and small. */
    public static byte[] draw(FakeTask task) {
        int key = 31 * (31 * Arrays.hashCode(task.firstFrame()) + Arrays.hashCode(task.lastFrame()))
                + 7 * task.length().hashCode() + task.frameRate();
        return DRAWN.computeIfAbsent(key, it -> drawn(task));
    }

    private static byte[] drawn(FakeTask task) {
        try {
            Path film = Files.createTempFile("fake-film-", ".mp4");
            Files.delete(film);
            try {
                Shot shot = new Shot(small(task.firstFrame()), small(task.lastFrame()), task.frameRate(), task.length(),
                        Easing.LINEAR, 0);
                new CrossfadeRenderer(new Ffmpeg()).render(shot, film, (done, of) -> {
                }, () -> false);
                return Files.readAllBytes(film);
            } finally {
                Files.deleteIfExists(film);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage small(byte[] frame) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(frame));
        if (picture == null) {
            throw new IOException("A frame is not a picture");
        }
        double scale = Math.min(1, LONGEST_SIDE / (double) Math.max(picture.getWidth(), picture.getHeight()));
        int width = (int) Math.round(picture.getWidth() * scale / 2) * 2;
        int height = (int) Math.round(picture.getHeight() * scale / 2) * 2;
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return small;
    }
}
