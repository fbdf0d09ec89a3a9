package app.inbetween.media;

import static app.inbetween.media.PictureFormat.PNG;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.zip.InflaterInputStream;

/** Walks over the chunks of a PNG. */
final class PngHeader {

    static final long SIGNATURE = 0x89504e470d0a1a0aL;

    // Texts and profiles can unpack to a thousand times their size; a decoder that never sees them cannot choke on them.
    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int LARGEST_PROFILE = 4 * 1024 * 1024;

    private final ByteBuffer file;
    private final ByteBuffer pixels;
    private Optional<ByteBuffer> exif = Optional.empty();
    private Optional<byte[]> profile = Optional.empty();

    private PngHeader(ByteBuffer file) {
        this.file = file;
        this.pixels = ByteBuffer.allocate(file.limit());
    }

    /** @throws IndexOutOfBoundsException if the file ends too early */
    static ImageHeader read(ByteBuffer file) {
        return new PngHeader(file).read();
    }

    private ImageHeader read() {
        pixels.putLong(SIGNATURE);
        int at = Long.BYTES;
        String type;
        do {
            int length = file.getInt(at);
            type = StandardCharsets.ISO_8859_1.decode(file.slice(at + 4, 4)).toString();
            if (length < 0 || at == Long.BYTES && !type.equals("IHDR")) {
                throw UnreadablePictureException.damaged(PNG, null);
            }
            chunk(type, file.slice(at + 8, length), file.slice(at, length + 12));
            at += length + 12;
        } while (!type.equals("IEND"));
        return new ImageHeader(file.getInt(16) & 0xffffffffL, file.getInt(20) & 0xffffffffL, exif, profile, pixels.flip());
    }

    private void chunk(String type, ByteBuffer content, ByteBuffer whole) {
        if (NEEDED.contains(type)) {
            pixels.put(whole);
        }
        switch (type) {
            case "acTL" -> throw UnreadablePictureException.animated(PNG);
            case "eXIf" -> exif = Optional.of(content);
            case "iCCP" -> profile = unpack(content);
            default -> {
                // Texts, times, thumbnails: nothing we need.
            }
        }
    }

    /** A name, its terminating zero, a zero for the method of compression, the profile. */
    private static Optional<byte[]> unpack(ByteBuffer content) {
        while (content.hasRemaining() && content.get() != 0) {
            // The name of the profile says nothing reliable.
        }
        byte[] packed = new byte[Math.max(0, content.remaining() - 1)];
        content.position(content.limit() - packed.length).get(packed);
        try (InflaterInputStream unpacked = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return Optional.of(unpacked.readNBytes(LARGEST_PROFILE));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
