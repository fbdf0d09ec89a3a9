package app.inbetween.media;

/**
 * A rectangle of a picture, in its own pixels.
 *
 * @param x of its left edge, 0-based
 * @param y of its top edge, 0-based
 * @param source the size of the whole picture
 */
public record Crop(int x, int y, int width, int height, Dimensions source) {

    public Crop {
        if (x < 0 || y < 0 || width < 1 || height < 1 || width > source.width() - x || height > source.height() - y) {
            throw new IllegalArgumentException(
                    "A crop of " + width + " × " + height + " at " + x + ", " + y + " is not inside " + source + ".");
        }
    }

    /**
     * The largest rectangle of the target's aspect ratio, in the middle. The side that is cut is rounded to the nearest whole
     * pixel (halves up, never to none), and if an odd number of pixels is cut away, the right or bottom loses one more.
     */
    public static Crop centred(Dimensions source, Dimensions target) {
        // Compared and rounded in whole numbers, so that equal ratios cut nothing whatever the sizes.
        long wanted = (long) source.height() * target.width();
        long had = (long) source.width() * target.height();
        int width = had > wanted ? nearest(wanted, target.height()) : source.width();
        int height = had < wanted ? nearest(had, target.width()) : source.height();
        return new Crop((source.width() - width) / 2, (source.height() - height) / 2, width, height, source);
    }

    /** All of the picture. */
    public static Crop whole(Dimensions source) {
        return new Crop(0, 0, source.width(), source.height(), source);
    }

    public boolean isWhole() {
        return width == source.width() && height == source.height();
    }

    public Dimensions size() {
        return new Dimensions(width, height);
    }

    private static int nearest(long dividend, long divisor) {
        return (int) Math.max(1, (2 * dividend + divisor) / (2 * divisor));
    }
}
