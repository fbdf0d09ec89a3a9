package app.inbetween.media;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a picture file says about itself, read without decoding it. Nothing here has been checked against any limit.
 *
 * @param width in pixels, as stored, before it is turned upright
 * @param height as {@code width}
 * @param exif an EXIF block
 * @param profile an ICC profile that the decoder does not apply by itself
 * @param pixels the file without whatever is not needed to decode it
 */
record ImageHeader(long width, long height, Optional<ByteBuffer> exif, Optional<byte[]> profile, ByteBuffer pixels) {

    Orientation orientation() {
        return exif.map(Orientation::of).orElse(Orientation.UPRIGHT);
    }
}
