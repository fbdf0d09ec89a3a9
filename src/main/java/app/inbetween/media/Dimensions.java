package app.inbetween.media;

/**
 * The size of a picture or film in pixels.
 *
 * @param width greater than 0
 * @param height greater than 0
 */
public record Dimensions(int width, int height) {

    public Dimensions {
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("A picture of " + width + " × " + height + " pixels cannot be.");
        }
    }

    /** Width by height; 1.0 is square, greater is landscape. */
    public double aspectRatio() {
        return (double) width / height;
    }

    public long pixels() {
        return (long) width * height;
    }

    public int longSide() {
        return Math.max(width, height);
    }

    @Override
    public String toString() {
        return width + " × " + height;
    }
}
