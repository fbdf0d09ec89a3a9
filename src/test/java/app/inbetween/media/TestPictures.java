package app.inbetween.media;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Picture files of every kind, made for tests. */
public final class TestPictures {

    static final PictureLimits LIMITS = new PictureLimits(20 << 20, 8192, 40_000_000, 64);

    public static final int RED = 0xc83232;
    public static final int GREEN = 0x32a032;
    public static final int BLUE = 0x3250c8;
    public static final int WHITE = 0xfafafa;

    private TestPictures() {
    }

    /** Red at the top left, green at the top right, blue at the bottom left, white at the bottom right. */
    public static BufferedImage quarters(int width, int height) {
        return quarters(width, height, BufferedImage.TYPE_3BYTE_BGR);
    }

    public static BufferedImage quarters(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int colour = y < height / 2 ? x < width / 2 ? RED : GREEN : x < width / 2 ? BLUE : WHITE;
                image.setRGB(x, y, 0xff000000 | colour);
            }
        }
        return image;
    }

    public static BufferedImage plain(int width, int height, int argb) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, argb);
            }
        }
        return image;
    }

    public static byte[] jpeg(BufferedImage image) {
        return encoded(image, "jpeg");
    }

    public static byte[] png(BufferedImage image) {
        return encoded(image, "png");
    }

    static byte[] progressive(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        return written(writer, new IIOImage(image, null, writer.getDefaultImageMetadata(
                ImageTypeSpecifier.createFromRenderedImage(image), settings)), settings);
    }

    static byte[] cmyk(WritableRaster inks) throws IOException {
        return written(ImageIO.getImageWritersByFormatName("jpeg").next(), new IIOImage(inks, null, null), null);
    }

    private static byte[] written(ImageWriter writer, IIOImage image, ImageWriteParam settings) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, image, settings);
        }
        return bytes.toByteArray();
    }

    /** A file of the test resources: {@code lossy.webp} and {@code lossless.webp} are 96 by 64 quarters. */
    public static byte[] resource(String name) {
        try (InputStream in = TestPictures.class.getResourceAsStream("/pictures/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path write(Path directory, String name, byte[] content) {
        try {
            return Files.write(directory.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a phone stores it: the sensor's pixels, and a note which way is up. */
    public static byte[] withOrientation(byte[] jpeg, int orientation) {
        return withSegment(jpeg, 0xe1, join("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), exif(orientation)));
    }

    public static byte[] exif(int orientation) {
        return ByteBuffer.allocate(38).put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 2)
                .putShort((short) 0x0100).putShort((short) 3).putInt(1).putInt(0x00400000)
                .putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(orientation << 16).array();
    }

    public static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        int length = content.length + 2;
        byte[] segment = join(new byte[] { (byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length }, content);
        return join(slice(jpeg, 0, 2), segment, slice(jpeg, 2, jpeg.length));
    }

    public static byte[] withJpegProfile(byte[] jpeg, byte[] profile) {
        return withSegment(jpeg, 0xe2, join("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1), profile));
    }

    /** A PNG with one more chunk after its header. */
    public static byte[] withChunk(byte[] png, String type, byte[] content) {
        return join(slice(png, 0, 33), chunk(type, content), slice(png, 33, png.length));
    }

    public static byte[] withPngProfile(byte[] png, byte[] profile) {
        return withChunk(png, "iCCP", join("p\0\0".getBytes(StandardCharsets.ISO_8859_1), deflated(profile)));
    }

    /** A PNG that says it has that size, whatever is in it. */
    public static byte[] pngHeader(long width, long height) {
        byte[] header = ByteBuffer.allocate(13).putInt((int) width).putInt((int) height).put((byte) 8).put((byte) 2).array();
        return join(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' }, chunk("IHDR", header),
                chunk("IDAT", deflated(new byte[1000])), chunk("IEND", new byte[0]));
    }

    public static byte[] chunk(String type, byte[] content) {
        byte[] named = join(type.getBytes(StandardCharsets.ISO_8859_1), content);
        CRC32 sum = new CRC32();
        sum.update(named);
        return ByteBuffer.allocate(named.length + 8).putInt(content.length).put(named).putInt((int) sum.getValue()).array();
    }

    /** The picture of a simple WebP in an extended one, with further chunks around it. */
    public static byte[] extendedWebp(byte[] webp, int flags, int width, int height, byte[] before, byte[] after) {
        byte[] header = { (byte) flags, 0, 0, 0, (byte) (width - 1), (byte) (width - 1 >> 8), 0, (byte) (height - 1),
                (byte) (height - 1 >> 8), 0 };
        return riff(webpChunk("VP8X", header), before, slice(webp, 12, webp.length), after);
    }

    public static byte[] webpChunk(String type, byte[] content) {
        byte[] padding = new byte[content.length % 2];
        return join(type.getBytes(StandardCharsets.ISO_8859_1), littleEndian(content.length), content, padding);
    }

    public static byte[] riff(byte[]... chunks) {
        byte[] content = join("WEBP".getBytes(StandardCharsets.ISO_8859_1), join(chunks));
        return join("RIFF".getBytes(StandardCharsets.ISO_8859_1), littleEndian(content.length), content);
    }

    public static byte[] deflated(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    public static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] littleEndian(int value) {
        return ByteBuffer.allocate(4).putInt(Integer.reverseBytes(value)).array();
    }

    private static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
