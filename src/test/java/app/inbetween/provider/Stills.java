package app.inbetween.provider;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import app.inbetween.media.Dimensions;

/** Frames of one colour, drawn and looked at. */
public final class Stills {

    private Stills() {
    }

    public static Path still(Path directory, Dimensions size, Color colour) {
        try {
            BufferedImage picture = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = picture.createGraphics();
            pen.setColor(colour);
            pen.fillRect(0, 0, size.width(), size.height());
            pen.dispose();
            Path file = Files.createTempFile(directory, "still-", ".png");
            ImageIO.write(picture, "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Color colourOf(byte[] picture) throws IOException {
        return new Color(ImageIO.read(new ByteArrayInputStream(picture)).getRGB(10, 10));
    }
}
