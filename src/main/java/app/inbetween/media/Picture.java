package app.inbetween.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** A still, opaque: what is transparent in the original lies on white. */
public record Picture(BufferedImage image) {

    public Picture {
        image = opaque(image);
    }

    public Dimensions dimensions() {
        return new Dimensions(image.getWidth(), image.getHeight());
    }

    /** The centre of this picture in exactly the target size: cropped to its shape, then resized. */
    public Picture fittedTo(Dimensions target) {
        return croppedTo(dimensions().centreCropTo(target)).resizedTo(target);
    }

    public Picture croppedTo(Region region) {
        return new Picture(image.getSubimage(region.x(), region.y(), region.width(), region.height()));
    }

    public Picture resizedTo(Dimensions target) {
        return dimensions().equals(target) ? this : new Picture(new Resampling(image, target).image());
    }

    private static BufferedImage opaque(BufferedImage original) {
        BufferedImage copy = new BufferedImage(original.getWidth(), original.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = copy.createGraphics();
        graphics.drawImage(original, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return copy;
    }
}
