package app.inbetween.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The outermost structure of an MP4 file: boxes one after the other, each with its size and name (ISO/IEC 14496-12). */
final class Mp4Boxes {

    private static final int HEADER = 16;
    /** Films have a handful; a file of nothing but tiny boxes is not worth reading to its end. */
    private static final int MOST = 10_000;

    private Mp4Boxes() {
    }

    /** @throws UnplayableVideoException if the file is no MP4, or its boxes do not end where the file does */
    static void requireWhole(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            if (!name(header(channel, 0)).equals("ftyp")) {
                throw new UnplayableVideoException("The file is not an MP4 film.");
            }
            long at = 0;
            for (int boxes = 0; at < channel.size() && boxes < MOST; boxes++) {
                at += size(header(channel, at), channel.size() - at);
            }
            // Programs that read films make do with half a box; only the sizes tell that the rest is missing.
            if (at > channel.size()) {
                throw new TruncatedVideoException();
            }
        }
    }

    /** Whether what says where the pictures are comes before the pictures; of a file that is whole. */
    static boolean isIndexFirst(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long at = 0;
            for (int boxes = 0; at < channel.size() && boxes < MOST; boxes++) {
                ByteBuffer header = header(channel, at);
                if (name(header).equals("moov")) {
                    return true;
                }
                if (name(header).equals("mdat")) {
                    return false;
                }
                at += size(header, channel.size() - at);
            }
            return false;
        }
    }

    private static ByteBuffer header(SeekableByteChannel channel, long at) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        channel.position(at);
        while (header.hasRemaining() && channel.read(header) >= 0) {
            // A box at the very end may be shorter than the longest header.
        }
        return header;
    }

    private static String name(ByteBuffer header) {
        return new String(header.array(), 4, 4, StandardCharsets.ISO_8859_1);
    }

    private static long size(ByteBuffer header, long rest) {
        long size = Integer.toUnsignedLong(header.getInt(0));
        if (size == 0) {
            return rest;
        }
        long told = size == 1 ? header.getLong(8) : size;
        return told < 8 ? Long.MAX_VALUE / 2 : Math.min(told, Long.MAX_VALUE / 2);
    }
}
