package app.inbetween.provider.local;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Random;

/** A place to film: leaves of all sizes on each other, whose statistics are those of photographs, with a little grain. */
final class Scenery {

    private static final int LEAVES = 5000;

    private final BufferedImage ground;

    Scenery(int width, int height, long seed) {
        this(width, height, seed, 5);
    }

    /** @param grain standard deviation, in levels of each colour */
    Scenery(int width, int height, long seed, double grain) {
        Random random = new Random(seed);
        ground = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = ground.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (int i = 0; i < LEAVES; i++) {
            double radius = Math.min(height / 4.0, 3 / Math.pow(random.nextDouble(), 0.7) + 4);
            graphics.setColor(Color.getHSBColor((float) (0.1 + 0.15 * random.nextGaussian()),
                    0.2f + 0.4f * random.nextFloat(), 0.1f + 0.8f * random.nextFloat()));
            graphics.fill(leaf(random, radius, width, height));
        }
        graphics.dispose();
        grain(random, grain);
    }

    private static Shape leaf(Random random, double radius, int width, int height) {
        AffineTransform place = AffineTransform.getTranslateInstance(random.nextDouble() * width, random.nextDouble() * height);
        place.rotate(random.nextDouble() * Math.PI);
        return place.createTransformedShape(random.nextInt(3) == 0
                ? new Rectangle2D.Double(-radius, -radius / 2, 2 * radius, radius)
                : new Ellipse2D.Double(-radius, -radius / 2, 2 * radius, radius));
    }

    private void grain(Random random, double deviation) {
        byte[] levels = ((DataBufferByte) ground.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) Math.max(0, Math.min(255, (levels[i] & 0xff) + random.nextGaussian() * deviation));
        }
    }

    /** What a camera sees that looks at a point of the ground, in pixels from its middle; rotation in degrees. */
    BufferedImage seen(int width, int height, double zoom, double rotation, double right, double down) {
        BufferedImage view = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = view.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.translate(width / 2.0, height / 2.0);
        graphics.scale(zoom, zoom);
        graphics.rotate(Math.toRadians(rotation));
        graphics.translate(-right - ground.getWidth() / 2.0, -down - ground.getHeight() / 2.0);
        graphics.drawImage(ground, 0, 0, null);
        graphics.dispose();
        return view;
    }

    /** A view with a round window in it, through which another is seen. */
    static BufferedImage before(BufferedImage background, BufferedImage foreground, double x, double y, double radius) {
        BufferedImage both = new BufferedImage(background.getWidth(), background.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = both.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.drawImage(background, 0, 0, null);
        graphics.setPaint(new java.awt.TexturePaint(foreground,
                new Rectangle2D.Double(0, 0, foreground.getWidth(), foreground.getHeight())));
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        graphics.dispose();
        return both;
    }
}
