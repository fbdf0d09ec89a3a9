package app.inbetween.frame;

import app.inbetween.media.Dimensions;
import app.inbetween.media.PictureFormat;

/**
 * What is stored of an upload.
 *
 * @param sha256 of the stored bytes, 64 hexadecimal digits
 * @param format they are in
 * @param bytes how many they are
 * @param hadAlpha whether the upload was transparent somewhere
 * @param wasTurned whether the upload was stored turned or mirrored
 */
record Content(String sha256, PictureFormat format, Dimensions size, long bytes, boolean hadAlpha, boolean wasTurned) {

    static final String FRAMES = "frames/";
    static final String THUMBNAILS = "thumbnails/";

    String key() {
        return key(sha256, format);
    }

    String thumbnailKey() {
        return thumbnailKey(sha256);
    }

    static String key(String sha256, PictureFormat format) {
        return FRAMES + sha256 + "." + format.extension();
    }

    static String thumbnailKey(String sha256) {
        return THUMBNAILS + sha256 + "." + PictureFormat.JPEG.extension();
    }

    /** The hash that a key is made of. */
    static String sha256(String key) {
        return key.replaceFirst("^[^/]*/", "").replaceFirst("\\..*$", "");
    }
}
