package app.inbetween.media;

import java.util.Locale;

/**
 * How large a picture may be.
 *
 * @param maxBytes of the file
 * @param maxSide pixels on the longer side
 * @param maxPixels in all
 * @param minSide pixels on the shorter side
 */
public record PictureLimits(long maxBytes, int maxSide, long maxPixels, int minSide) {

    /** For pictures of our own. */
    public static final PictureLimits NONE = new PictureLimits(Long.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, 1);

    private static final long MEGABYTE = 1024 * 1024;

    /** @throws UnreadablePictureException if the file is empty or too large */
    void checkBytes(long bytes) {
        if (bytes == 0) {
            throw new UnreadablePictureException("This file is empty. Choose another picture.");
        }
        if (bytes > maxBytes) {
            throw new UnreadablePictureException(
                    "This file is " + megabytes(bytes) + ". A frame may be up to " + megabytes(maxBytes) + ".");
        }
    }

    /** @throws UnreadablePictureException if a picture of so many pixels is not to be decoded; they may be any numbers */
    Dimensions checked(long width, long height) {
        String picture = "This picture is " + width + " × " + height + " pixels";
        if (width <= 0 || height <= 0) {
            throw new UnreadablePictureException(picture + ": there is nothing in it. Choose another one.");
        }
        if (Math.max(width, height) > maxSide) {
            throw new UnreadablePictureException(picture + ". A frame may be up to " + maxSide
                    + " pixels wide and high: make it smaller and choose it again.");
        }
        if (width * height > maxPixels) {
            throw new UnreadablePictureException(picture + ", that is " + megapixels(width * height)
                    + ". A frame may have up to " + megapixels(maxPixels) + ": make it smaller and choose it again.");
        }
        if (Math.min(width, height) < minSide) {
            throw new UnreadablePictureException(picture + ". A frame must be at least " + minSide
                    + " pixels wide and high: choose a larger one.");
        }
        return new Dimensions((int) width, (int) height);
    }

    private static String megabytes(long bytes) {
        return rounded(bytes, MEGABYTE) + " MB";
    }

    private static String megapixels(long pixels) {
        return rounded(pixels, 1_000_000) + " megapixels";
    }

    /** Up to the next tenth, so that what is too much never looks like what is allowed. */
    private static String rounded(long amount, long unit) {
        return String.format(Locale.ROOT, "%.1f", Math.ceil(amount * 10.0 / unit) / 10).replaceFirst("\\.0$", "");
    }
}
