package app.inbetween.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;

/** A decoded picture: 8-bit sRGB, opaque, upright, with nothing that says where or by whom it was taken. */
public final class Picture {

    private final BufferedImage image;

    /** Black so far. */
    Picture(Dimensions size) {
        this.image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_3BYTE_BGR);
    }

    static Picture of(BufferedImage image) {
        Picture picture = new Picture(new Dimensions(image.getWidth(), image.getHeight()));
        picture.image.getGraphics().drawImage(image, 0, 0, null);
        return picture;
    }

    public Dimensions size() {
        return new Dimensions(image.getWidth(), image.getHeight());
    }

    /** The colour at a place, as 0xRRGGBB. */
    public int colourAt(int x, int y) {
        return image.getRGB(x, y) & 0xffffff;
    }

    /** That part of it, at exactly that size. */
    public Picture cropped(Crop crop, Dimensions size) {
        if (!crop.source().equals(size())) {
            throw new IllegalArgumentException("A crop of " + crop.source() + " does not fit a picture of " + size() + ".");
        }
        return crop.isWhole() && size.equals(size()) ? this : new Resampling(this, crop).to(size);
    }

    /** All of it, small enough that no side is longer; never enlarged. */
    public Picture within(int longestSide) {
        double scale = Math.min(1, (double) longestSide / size().longSide());
        return cropped(Crop.whole(size()), new Dimensions(scaled(image.getWidth(), scale), scaled(image.getHeight(), scale)));
    }

    public void writePng(Path file) throws IOException {
        PictureWriter.png(image, file);
    }

    /** @param quality 0 to 1 */
    public void writeJpeg(Path file, float quality) throws IOException {
        PictureWriter.jpeg(image, quality, file);
    }

    public BufferedImage image() {
        return image;
    }

    /** Blue, green, red of every pixel, row by row. */
    byte[] bytes() {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    private static int scaled(int side, double scale) {
        return (int) Math.max(1, Math.round(side * scale));
    }
}
