package app.inbetween.provider.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Random;
import java.util.function.DoubleFunction;

import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import app.inbetween.media.Dimensions;
import app.inbetween.provider.Easing;

class InbetweenerTest {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 270;

    private final PointerScope scope = new PointerScope();

    @AfterEach
    void freeNativeMemory() {
        scope.close();
    }

    @Test
    void aZoomComesOutAsAZoom() {
        Scenery scenery = new Scenery(900, 600, 1);

        assertMoves(15, t -> scenery.seen(WIDTH, HEIGHT, Math.pow(1.3, t), 0, 0, 0));
    }

    @Test
    void aPanComesOutAsAPan() {
        Scenery scenery = new Scenery(900, 600, 1);

        assertMoves(15, t -> scenery.seen(WIDTH, HEIGHT, 1, 0, 0.15 * WIDTH * t, 0.05 * HEIGHT * t));
    }

    @Test
    void aRotationComesOutAsARotation() {
        Scenery scenery = new Scenery(900, 600, 1);

        assertMoves(8, t -> scenery.seen(WIDTH, HEIGHT, 1, 12 * t, 0, 0));
    }

    @Test
    void aMovingThingMovesOverAStillBackground() {
        BufferedImage background = new Scenery(WIDTH, HEIGHT, 1).seen(WIDTH, HEIGHT, 1, 0, 0, 0);
        Scenery thing = new Scenery(900, 600, 2);

        assertMoves(5, t -> Scenery.before(background, thing.seen(WIDTH, HEIGHT, 1, 0, -60 * t, -10 * t),
                160 + 60 * t, 130 + 10 * t, 55));
    }

    @Test
    void whatDoesNotMoveStaysWhenTheLightChanges() {
        Scenery scenery = new Scenery(900, 600, 1);
        BufferedImage day = scenery.seen(WIDTH, HEIGHT, 1, 0, 0, 0);
        BufferedImage night = dimmed(day, 0.35f);

        double likeness = Planes.psnr(middle(day, night), Planes.of(dimmed(day, 0.675f)));

        assertThat(likeness).isGreaterThan(40);
    }

    @Test
    void unrelatedPicturesFade() {
        BufferedImage first = new Scenery(900, 600, 1).seen(WIDTH, HEIGHT, 1, 0, 0, 0);
        BufferedImage last = new Scenery(900, 600, 2).seen(WIDTH, HEIGHT, 1, 0, 0, 0);

        double likeness = Planes.psnr(middle(first, last), faded(first, last));

        assertThat(likeness).isGreaterThan(22);
    }

    @Test
    void equalPicturesStayAsTheyAre() {
        BufferedImage picture = new Scenery(900, 600, 1).seen(WIDTH, HEIGHT, 1, 0, 0, 0);

        assertThat(Planes.psnr(middle(picture, picture), Planes.of(picture))).isGreaterThan(45);
    }

    @Test
    void flatColoursMixEvenly() {
        byte[] middle = middle(flat(Color.BLACK), flat(Color.WHITE));

        assertThat(Planes.psnr(middle, faded(flat(Color.BLACK), flat(Color.WHITE)))).isGreaterThan(45);
    }

    @Test
    void equalShotsGiveEqualFrames() {
        Scenery scenery = new Scenery(900, 600, 1);
        BufferedImage first = scenery.seen(WIDTH, HEIGHT, 1, 0, 0, 0);
        BufferedImage last = scenery.seen(WIDTH, HEIGHT, 1.2, 5, 30, 0);

        assertThat(middle(first, last)).isEqualTo(middle(first, last));
    }

    @Test
    void noMotionIsTooWild() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Grid grid = Grid.over(new Dimensions(62, 38));
        Still still = Still.of(Yuv.of(new Scenery(62, 38, 1).seen(62, 38, 1, 0, 0, 0)));

        for (int i = 0; i < 300; i++) {
            CameraMove camera = new CameraMove(0.1 + 3 * random.nextDouble(), random.nextGaussian(), 30 * random.nextGaussian(),
                    30 * random.nextGaussian());
            double wildness = Math.pow(10, random.nextInt(8) - 3);
            Motion motion = new Motion(grid, camera, wild(grid, wildness, random), wild(grid, wildness, random));

            assertThatCode(() -> new Inbetweener(still, still, motion).draw(random.nextDouble(), new byte[62 * 38 * 3 / 2]))
                    .describedAs("seed %d", seed).doesNotThrowAnyException();
        }
    }

    private static MotionField wild(Grid grid, double wildness, Random random) {
        float[][] values = new float[3][grid.cells()];
        for (int i = 0; i < grid.cells(); i++) {
            values[0][i] = (float) (wildness * random.nextGaussian());
            values[1][i] = (float) (wildness * random.nextGaussian());
            values[2][i] = random.nextFloat();
        }
        return new MotionField(values[0], values[1], values[2]);
    }

    /** The true middle of a motion must be met better than by a crossfade, by so many decibels. */
    private void assertMoves(double decibels, DoubleFunction<BufferedImage> motion) {
        byte[] truth = Planes.of(motion.apply(0.5));

        double drawn = Planes.psnr(middle(motion.apply(0), motion.apply(1)), truth);
        double faded = Planes.psnr(faded(motion.apply(0), motion.apply(1)), truth);

        assertThat(drawn - faded).describedAs("%.1f dB drawn, %.1f dB faded", drawn, faded).isGreaterThan(decibels);
    }

    private static byte[] middle(BufferedImage first, BufferedImage last) {
        Shot shot = new Shot(first, last, 24, Duration.ofSeconds(1), Easing.LINEAR, 1);
        try (Hands hands = new Hands()) {
            return Planes.drawn(FlowRenderer.prepare(shot, Yuv.of(first), Yuv.of(last), hands).get(), first);
        }
    }

    private static byte[] faded(BufferedImage first, BufferedImage last) {
        return Planes.drawn(new Crossfade(Planes.of(first), Planes.of(last)), first);
    }

    private static BufferedImage flat(Color colour) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        return image;
    }

    private static BufferedImage dimmed(BufferedImage picture, float part) {
        return new java.awt.image.RescaleOp(part, 0, null).filter(picture, null);
    }

    /** Frames as the planes that are encoded. */
    private static final class Planes {

        static byte[] of(BufferedImage image) {
            return Yuv.of(image).bytes();
        }

        static byte[] drawn(Drawing drawing, BufferedImage like) {
            byte[] frame = new byte[like.getWidth() * like.getHeight() * 3 / 2];
            drawing.draw(0.5, frame);
            return frame;
        }

        /** Of luma. */
        static double psnr(byte[] a, byte[] b) {
            double squares = 0;
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                double difference = (a[i] & 0xff) - (b[i] & 0xff);
                squares += difference * difference;
            }
            return 10 * Math.log10(255 * 255 * WIDTH * HEIGHT / squares);
        }
    }
}
