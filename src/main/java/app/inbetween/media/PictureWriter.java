package app.inbetween.media;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.w3c.dom.NodeList;

/** Writes pictures, and nothing beside them: no time, no place, no program. */
final class PictureWriter {

    // Photographs shrink little more at the default of 0.5, which takes twice as long.
    private static final float PNG_QUICKLY = 0.7f;

    private PictureWriter() {
    }

    static void png(BufferedImage image, Path file) throws IOException {
        write("png", image, PNG_QUICKLY, file);
    }

    /** Every pixel keeps its own colour (4:4:4): a frame is cropped and encoded again later. */
    static void jpeg(BufferedImage image, float quality, Path file) throws IOException {
        write("jpeg", image, quality, file);
    }

    private static void write(String format, BufferedImage image, float quality, Path file) throws IOException {
        ImageWriter writer = writer(format);
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality);
            IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), settings);
            if (format.equals("jpeg")) {
                keepColours(metadata);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, metadata), settings);
        } finally {
            writer.dispose();
        }
    }

    /** The JDK's own writer: others may be installed, but then the same picture would become other bytes. */
    private static ImageWriter writer(String format) {
        return StreamSupport
                .stream(((Iterable<ImageWriter>) () -> ImageIO.getImageWritersByFormatName(format)).spliterator(), false)
                .filter(writer -> writer.getClass().getName().startsWith("com.sun.imageio.")).findFirst().orElseThrow();
    }

    private static void keepColours(IIOMetadata metadata) throws IIOInvalidTreeException {
        String name = metadata.getNativeMetadataFormatName();
        IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree(name);
        NodeList components = tree.getElementsByTagName("componentSpec");
        for (int i = 0; i < components.getLength(); i++) {
            IIOMetadataNode component = (IIOMetadataNode) components.item(i);
            component.setAttribute("HsamplingFactor", "1");
            component.setAttribute("VsamplingFactor", "1");
        }
        metadata.setFromTree(name, tree);
    }
}
