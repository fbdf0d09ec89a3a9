package app.inbetween.media;

import static app.inbetween.media.PictureFormat.JPEG;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Walks over the segments of a JPEG (ITU T.81, annex B). */
final class JpegHeader {

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int APP1 = 0xe1;
    // Cameras and programs write about ten. Each one costs a pass over the whole picture, however few bytes it has.
    private static final int MOST_SCANS = 100;

    private final ByteBuffer file;
    private Optional<ByteBuffer> exif = Optional.empty();
    private Optional<ByteBuffer> frame = Optional.empty();
    private int scans;

    private JpegHeader(ByteBuffer file) {
        this.file = file;
    }

    /** @throws IndexOutOfBoundsException if the file ends too early */
    static ImageHeader read(ByteBuffer file) {
        return new JpegHeader(file.duplicate()).read();
    }

    private ImageHeader read() {
        file.position(2);
        for (int marker = nextMarker(); marker != END_OF_IMAGE; marker = nextMarker()) {
            if (!standsAlone(marker)) {
                segment(marker);
            }
        }
        ByteBuffer sizes = frame.filter(it -> scans > 0).orElseThrow(() -> UnreadablePictureException.damaged(JPEG, null));
        return new ImageHeader(sizes.getShort(3) & 0xffff, sizes.getShort(1) & 0xffff, exif, Optional.empty(),
                file.duplicate().rewind());
    }

    /** Skips entropy-coded data, in which a marker's first byte is followed by a zero or a restart. */
    private int nextMarker() {
        while (true) {
            while (next() != 0xff) {
                // Not a marker yet.
            }
            int marker = next();
            while (marker == 0xff) {
                marker = next();
            }
            if (marker != 0) {
                return marker;
            }
        }
    }

    private void segment(int marker) {
        int length = (next() << 8 | next()) - 2;
        ByteBuffer content = file.slice(file.position(), length);
        file.position(file.position() + length);
        if (marker == START_OF_SCAN && ++scans > MOST_SCANS) {
            throw UnreadablePictureException.unusual(JPEG);
        } else if (marker == APP1 && exif.isEmpty() && begins(content, EXIF)) {
            exif = Optional.of(content.slice(EXIF.length, length - EXIF.length));
        } else if (isFrame(marker) && frame.isEmpty()) {
            frame = Optional.of(ordinary(marker, content));
        }
    }

    /** Huffman-coded, 8 bits deep, baseline or progressive: what everything writes, and the decoder reads. */
    private static ByteBuffer ordinary(int marker, ByteBuffer frame) {
        if (marker > 0xc2 || frame.get(0) != 8) {
            throw UnreadablePictureException.unusual(JPEG);
        }
        return frame;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean standsAlone(int marker) {
        return marker >= 0xd0 && marker <= 0xd8 || marker == 1;
    }

    private static boolean begins(ByteBuffer content, byte[] with) {
        return content.remaining() >= with.length && content.slice(0, with.length).equals(ByteBuffer.wrap(with));
    }

    private int next() {
        // An absolute get throws what a slice throws.
        int at = file.position();
        int value = file.get(at) & 0xff;
        file.position(at + 1);
        return value;
    }
}
