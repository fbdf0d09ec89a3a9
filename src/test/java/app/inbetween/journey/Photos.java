package app.inbetween.journey;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.Random;

import com.microsoft.playwright.options.FilePayload;

import app.inbetween.media.TestPictures;

/** Pictures as people have them: a red sun at the top left over hills with stones, seen from nearer or farther. */
final class Photos {

    private static final int QUARTER_TURN = 6;
    private static final int STONES = 400;

    private Photos() {
    }

    /** A PNG; the name decides what is on it. */
    static FilePayload payload(String name, int width, int height) {
        return new FilePayload(name, "image/png", TestPictures.png(scene(width, height, 1 + (name.hashCode() & 7) / 40.0)));
    }

    /** Twelve megapixels, portrait: stored as the sensor lies, with a note in the EXIF which way is up. */
    static FilePayload phone(String name, double nearness) {
        BufferedImage stored = new BufferedImage(4032, 3024, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = stored.createGraphics();
        pen.transform(new AffineTransform(0, -1, 1, 0, 0, 3024));
        draw(pen, 3024, 4032, nearness);
        return new FilePayload(name, "image/jpeg", TestPictures.withOrientation(TestPictures.jpeg(stored), QUARTER_TURN));
    }

    private static BufferedImage scene(int width, int height, double nearness) {
        BufferedImage scene = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        draw(scene.createGraphics(), width, height, nearness);
        return scene;
    }

    private static void draw(Graphics2D pen, int width, int height, double nearness) {
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.translate(width / 2.0, height / 2.0);
        pen.scale(nearness, nearness);
        pen.translate(-width / 2.0, -height / 2.0);
        pen.setPaint(new GradientPaint(0, 0, new Color(0xbcd7f0), 0, height * 0.6f, new Color(0xf5e3c8)));
        pen.fillRect(-width, -height, 3 * width, 3 * height);
        pen.setPaint(new Color(0xd0342c));
        pen.fill(new Ellipse2D.Double(width * 0.15, height * 0.12, width * 0.25, width * 0.25));
        pen.setPaint(new GradientPaint(0, height * 0.5f, new Color(0x5b7a4a), 0, height, new Color(0x22331f)));
        pen.fillRect(-width, (int) (height * 0.55), 3 * width, height);
        stones(pen, width, height);
        pen.dispose();
    }

    private static void stones(Graphics2D pen, int width, int height) {
        Random random = new Random(7);
        pen.setStroke(new BasicStroke(width / 400f));
        for (int stone = 0; stone < STONES; stone++) {
            double size = width * (0.01 + 0.05 * random.nextDouble());
            Ellipse2D shape = new Ellipse2D.Double(random.nextDouble() * width, height * (0.56 + 0.42 * random.nextDouble()),
                    size,
                    size * 0.6);
            pen.setPaint(new Color(Color.HSBtoRGB(0.08f + 0.1f * random.nextFloat(), 0.3f, 0.3f + 0.6f * random.nextFloat())));
            pen.fill(shape);
            pen.setPaint(Color.DARK_GRAY);
            pen.draw(shape);
        }
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, width / 14));
        pen.drawString("Inbetween", width / 3, (int) (height * 0.5));
    }
}
