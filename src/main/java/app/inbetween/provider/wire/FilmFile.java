package app.inbetween.provider.wire;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Whether a file is a film in an ISO container (ISO/IEC 14496-12), and all of it. A sequence of boxes: size, name, content. */
final class FilmFile {

    private static final int HEAD = 8;

    private FilmFile() {
    }

    static boolean begins(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            return bytes.length() >= HEAD && box(bytes, 0).name.equals("ftyp");
        }
    }

    /** Whether no box is cut off, and the one that says where the pictures are is there. */
    static boolean isWhole(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            boolean index = false;
            long at = 0;
            while (at + HEAD <= bytes.length()) {
                Box box = box(bytes, at);
                if (box.size < HEAD || box.size > bytes.length() - at) {
                    return false;
                }
                index |= box.name.equals("moov");
                at += box.size;
            }
            // Fewer bytes than a box needs are padding some writers leave.
            return index;
        }
    }

    private static Box box(RandomAccessFile bytes, long at) throws IOException {
        bytes.seek(at);
        long size = bytes.readInt() & 0xffffffffL;
        byte[] name = new byte[4];
        bytes.readFully(name);
        if (size == 0) {
            size = bytes.length() - at;
        } else if (size == 1) {
            size = at + 2 * HEAD <= bytes.length() ? bytes.readLong() : 0;
        }
        return new Box(size, new String(name, StandardCharsets.ISO_8859_1));
    }

    private record Box(long size, String name) {
    }
}
