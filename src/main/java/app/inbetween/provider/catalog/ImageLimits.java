package app.inbetween.provider.catalog;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import app.inbetween.media.Dimensions;

/**
 * What a model takes for a frame.
 *
 * @param leastSide and {@code mostSide} in pixels
 * @param leastRatio and {@code mostRatio} width over height
 * @param mostBytes of the file
 */
public record ImageLimits(int leastSide, int mostSide, double leastRatio, double mostRatio, long mostBytes) {

    private static final float[] QUALITIES = { 0.95f, 0.9f, 0.8f, 0.7f };

    /**
     * A frame as it is sent.
     *
     * @param type {@code image/png} or {@code image/jpeg}
     */
    public record Picture(byte[] bytes, String type) {

        /** Such as {@code first.png}. */
        public String named(String name) {
            return name + (type.equals("image/png") ? ".png" : ".jpg");
        }
    }

    /** What is wrong with frames of this size; empty when nothing is. */
    Optional<String> problem(Dimensions size) {
        double ratio = size.aspectRatio();
        int least = Math.min(size.width(), size.height());
        int most = Math.max(size.width(), size.height());
        if (least < leastSide || most > mostSide) {
            return Optional.of("frames of " + size + " have a side outside " + leastSide + " to " + mostSide + " pixels");
        }
        return ratio < leastRatio || ratio > mostRatio
                ? Optional.of("frames of " + size + " have an aspect ratio outside " + leastRatio + " to " + mostRatio)
                : Optional.empty();
    }

    /**
     * The frame as it is when it is small enough, otherwise as the best JPEG that is.
     *
     * @throws IOException if it cannot be read, or is too large all the same
     */
    public Picture fit(Path png) throws IOException {
        if (Files.size(png) <= mostBytes) {
            return new Picture(Files.readAllBytes(png), "image/png");
        }
        BufferedImage picture = ImageIO.read(png.toFile());
        for (float quality : QUALITIES) {
            byte[] jpeg = jpeg(picture, quality);
            if (jpeg.length <= mostBytes) {
                return new Picture(jpeg, "image/jpeg");
            }
        }
        throw new IOException("The frame cannot be made smaller than " + mostBytes + " bytes");
    }

    private static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
