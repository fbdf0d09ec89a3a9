package app.inbetween.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.stream.StreamSupport;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;

/** Decodes what a probe has found fit. */
final class PictureReader {

    private static final ImageReaderSpi JPEG = new JPEGImageReaderSpi();
    private static final ImageReaderSpi WEBP = new WebPImageReaderSpi();

    static {
        // It finds the JDK's reader there, which it builds on. What else is registered depends on the class loader.
        JPEG.onRegistration(IIORegistry.getDefaultInstance(), ImageReaderSpi.class);
    }

    private PictureReader() {
    }

    /** @throws UnreadablePictureException if it turns out to be damaged */
    static BufferedImage read(PictureFormat format, ByteBuffer pixels) {
        try (ImageInputStream in = new PictureInput(pixels)) {
            return read(reader(format), in);
        } catch (IOException | RuntimeException e) {
            // Decoders answer damaged input with whatever exception it leads them to.
            throw UnreadablePictureException.damaged(format, e);
        }
    }

    private static BufferedImage read(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            reader.setInput(in, true, false);
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(PictureFormat format) throws IOException {
        return switch (format) {
            case JPEG -> JPEG.createReaderInstance();
            case WEBP -> WEBP.createReaderInstance();
            case PNG -> StreamSupport
                    .stream(((Iterable<ImageReader>) () -> ImageIO.getImageReadersByFormatName("png")).spliterator(), false)
                    .filter(reader -> reader.getClass().getName().startsWith("com.sun.imageio.")).findFirst().orElseThrow();
        };
    }
}
