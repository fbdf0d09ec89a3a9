package app.inbetween.provider.local;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.function.DoubleFunction;

import javax.imageio.ImageIO;

/**
 * Footage whose frame at any time is known.
 *
 * @param at the frame at a time, counted in frames; may lie between two of them
 */
record Clip(String name, DoubleFunction<BufferedImage> at) {

    static final int WIDTH = 1280;
    static final int HEIGHT = 720;
    /** As photographs have it once they are reduced to this size. */
    private static final double GRAIN = 2;

    static List<Clip> all() throws IOException {
        Scenery far = new Scenery(2000, 1400, 11, GRAIN);
        Scenery near = new Scenery(2000, 1400, 12, GRAIN);
        BufferedImage room = sample("room-first");
        BufferedImage flower = sample("flower-last");
        return List.of(
                new Clip("pan", t -> far.seen(WIDTH, HEIGHT, 1, 0, 5.3 * t, 1.4 * t)),
                new Clip("zoom", t -> far.seen(WIDTH, HEIGHT, 1.1 * Math.pow(1.012, t), 0, 0, 0)),
                new Clip("rotation", t -> far.seen(WIDTH, HEIGHT, 1.1, 0.7 * t, 0, 0)),
                new Clip("object", t -> Scenery.before(far.seen(WIDTH, HEIGHT, 1, 0, 0, 0),
                        near.seen(WIDTH, HEIGHT, 1, 0, -8.7 * t, -2.6 * t), 500 + 8.7 * t, 330 + 2.6 * t, 150)),
                new Clip("parallax", t -> Scenery.before(far.seen(WIDTH, HEIGHT, 1, 0, 2.3 * t, 0),
                        near.seen(WIDTH, HEIGHT, 1, 0, 7.1 * t, 0), 760 - 7.1 * t, 400, 210)),
                new Clip("dolly", t -> Scenery.before(far.seen(WIDTH, HEIGHT, Math.pow(1.006, t), 0.2 * t, t, 0),
                        near.seen(WIDTH, HEIGHT, Math.pow(1.02, t), 0.2 * t, t, 0), 640, 420, 180 * Math.pow(1.02, t))),
                new Clip("room", t -> seen(room, 1.1 * Math.pow(1.008, t), 3.4 * t)),
                new Clip("flower", t -> seen(flower, 1.1 * Math.pow(1.01, t), -2.2 * t)));
    }

    private static BufferedImage sample(String name) throws IOException {
        return ImageIO.read(Clip.class.getResource("/META-INF/resources/samples/" + name + ".png"));
    }

    private static BufferedImage seen(BufferedImage picture, double zoom, double right) {
        BufferedImage view = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = view.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.translate(WIDTH / 2.0, HEIGHT / 2.0);
        graphics.scale(zoom, zoom);
        graphics.translate(-right - WIDTH / 2.0, -HEIGHT / 2.0);
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
        return view;
    }
}
