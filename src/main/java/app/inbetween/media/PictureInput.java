package app.inbetween.media;

import java.nio.ByteBuffer;

import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Bytes for a decoder, who is stopped when it goes on asking beyond the end: some take every failure for a zero, and so spend
 * minutes on a few crafted bytes.
 */
class PictureInput extends ImageInputStreamImpl {

    // Decoders read a few bytes ahead.
    private static final int PATIENCE = 1000;

    private final ByteBuffer bytes;
    private int asksBeyondTheEnd;

    PictureInput(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        bitOffset = 0;
        if (isAtEnd()) {
            return -1;
        }
        return bytes.get((int) streamPos++) & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int count = (int) Math.min(length, bytes.limit() - streamPos);
        bytes.get((int) streamPos, into, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return bytes.limit();
    }

    private boolean isAtEnd() {
        if (streamPos < bytes.limit()) {
            return false;
        }
        if (++asksBeyondTheEnd > PATIENCE) {
            throw new IllegalStateException("The picture goes on beyond its end");
        }
        return true;
    }
}
