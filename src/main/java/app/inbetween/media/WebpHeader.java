package app.inbetween.media;

import static app.inbetween.media.PictureFormat.WEBP;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Walks over the chunks of a WebP (RFC 9649). */
final class WebpHeader {

    private static final int ANIMATED = 1 << 1;
    private static final int COLOURED = 1 << 5;

    private final ByteBuffer file;
    private Optional<ByteBuffer> exif = Optional.empty();
    private Optional<byte[]> profile = Optional.empty();
    private long width = -1;
    private long height = -1;

    private WebpHeader(ByteBuffer file) {
        this.file = file;
    }

    /** @throws IndexOutOfBoundsException if the file ends too early */
    static ImageHeader read(ByteBuffer file) {
        return new WebpHeader(file.duplicate().order(ByteOrder.LITTLE_ENDIAN)).read();
    }

    private ImageHeader read() {
        long end = (file.getInt(4) & 0xffffffffL) + 8;
        for (long at = 12; at + 8 <= end;) {
            String type = StandardCharsets.ISO_8859_1.decode(file.slice((int) at, 4)).toString();
            int length = file.getInt((int) at + 4);
            chunk(type, file.slice((int) at + 8, length).order(ByteOrder.LITTLE_ENDIAN));
            if (type.equals("ICCP")) {
                // The decoder must not find it: it stumbles over one that makes no sense.
                file.put((int) at, "JUNK".getBytes(StandardCharsets.ISO_8859_1));
            }
            at += 8 + length + (length & 1);
        }
        if (width < 0) {
            throw UnreadablePictureException.damaged(WEBP, null);
        }
        return new ImageHeader(width, height, exif, profile,
                file.duplicate().limit((int) Math.min(end, file.limit())));
    }

    private void chunk(String type, ByteBuffer content) {
        switch (type) {
            case "VP8X" -> extended(content);
            case "VP8 " -> size(content.getShort(6) & 0x3fff, content.getShort(8) & 0x3fff);
            case "VP8L" -> size((content.getInt(1) & 0x3fff) + 1, (content.getInt(1) >> 14 & 0x3fff) + 1);
            case "ANIM", "ANMF" -> throw UnreadablePictureException.animated(WEBP);
            case "EXIF" -> exif = Optional.of(withoutMarker(content));
            case "ICCP" -> profile = Optional.of(bytes(content));
            default -> {
                // Transparency, descriptions: nothing that says how large it is.
            }
        }
    }

    private void extended(ByteBuffer content) {
        if ((content.get(0) & ANIMATED) != 0) {
            throw UnreadablePictureException.animated(WEBP);
        }
        content.put(0, (byte) (content.get(0) & ~COLOURED));
        size((content.getInt(4) & 0xffffff) + 1, (content.getInt(6) >>> 8) + 1);
    }

    /** The canvas and the picture on it are the same in a still; anything else is a trap for decoders. */
    private void size(long width, long height) {
        if (this.width >= 0 && (this.width != width || this.height != height)) {
            throw UnreadablePictureException.damaged(WEBP, null);
        }
        this.width = width;
        this.height = height;
    }

    /** Some programs keep the marker that JPEG wants. */
    private static ByteBuffer withoutMarker(ByteBuffer exif) {
        boolean marked = exif.remaining() > 6 && exif.get(0) == 'E' && exif.get(1) == 'x';
        return marked ? exif.slice(6, exif.remaining() - 6) : exif;
    }

    private static byte[] bytes(ByteBuffer content) {
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return bytes;
    }
}
