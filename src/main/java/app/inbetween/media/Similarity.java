package app.inbetween.media;

import java.awt.image.BufferedImage;

/**
 * How alike two pictures of equal size are, by their luma (BT.709).
 *
 * <p>
 * SSIM after Wang, Bovik, Sheikh and Simoncelli, "Image quality assessment: from error visibility to structural
 * similarity", IEEE Transactions on Image Processing 13(4), 2004: Gaussian window 11 x 11 with sigma 1.5, K1 = 0.01,
 * K2 = 0.03, at full resolution, averaged over all windows that lie inside the picture.
 */
public final class Similarity {

    private static final double C1 = Math.pow(0.01 * 255, 2);
    private static final double C2 = Math.pow(0.03 * 255, 2);

    private final Luma first;
    private final Luma second;

    private Similarity(Luma first, Luma second) {
        this.first = first;
        this.second = second;
    }

    /** @throws IllegalArgumentException if the pictures differ in size */
    public static Similarity between(BufferedImage first, BufferedImage second) {
        if (first.getWidth() != second.getWidth() || first.getHeight() != second.getHeight()) {
            throw new IllegalArgumentException("Only pictures of equal size can be compared");
        }
        return new Similarity(Luma.of(first), Luma.of(second));
    }

    /** As {@link #between}, after the first has been drawn at the size of the second. */
    public static Similarity scaled(BufferedImage first, BufferedImage second) {
        Dimensions size = new Dimensions(second.getWidth(), second.getHeight());
        Picture whole = Picture.of(first);
        return new Similarity(Luma.of(whole.cropped(Crop.whole(whole.size()), size).image()), Luma.of(second));
    }

    /** Structural similarity, from -1 to 1; 1 only for equal pictures. */
    public double ssim() {
        Luma meanA = first.blurred();
        Luma meanB = second.blurred();
        Luma squareA = first.times(first).blurred();
        Luma squareB = second.times(second).blurred();
        Luma product = first.times(second).blurred();
        double sum = 0;
        for (int i = 0; i < meanA.size(); i++) {
            double a = meanA.at(i);
            double b = meanB.at(i);
            double covariance = product.at(i) - a * b;
            double variances = squareA.at(i) - a * a + squareB.at(i) - b * b;
            sum += (2 * a * b + C1) * (2 * covariance + C2) / ((a * a + b * b + C1) * (variances + C2));
        }
        return sum / meanA.size();
    }

    /** Peak signal to noise ratio in decibels, 0 and up; infinite for equal pictures. */
    public double psnr() {
        double squares = 0;
        for (int i = 0; i < first.size(); i++) {
            double difference = first.at(i) - second.at(i);
            squares += difference * difference;
        }
        return 10 * Math.log10(255.0 * 255.0 * first.size() / squares);
    }
}
