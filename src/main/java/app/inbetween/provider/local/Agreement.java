package app.inbetween.provider.local;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.divide;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_core.sqrt;
import static org.bytedeco.opencv.global.opencv_core.subtract;
import static org.bytedeco.opencv.global.opencv_imgproc.blur;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * How alike two pictures are in structure, pixel by pixel, whatever their light: normalised cross-correlation in a window
 * of 9 x 9, from -1 (a negative) over 0 (unrelated, or nothing there to compare) to 1.
 */
class Agreement {

    private static final int WINDOW = 9;
    /** What is softer than this says nothing about a place: the edge of a shadow or a cloud agrees with any other. */
    private static final int SOFT = 13;
    /** Variance that counts as nothing: rounding, banding, grain. */
    private static final double NOTHING = 12;

    private Agreement() {
    }

    static Mat between(Mat first, Mat second) {
        Mat a = detail(first);
        Mat b = detail(second);
        Mat meanA = mean(a, WINDOW);
        Mat meanB = mean(b, WINDOW);
        Mat deviation = product(variance(a, meanA), variance(b, meanB));
        sqrt(deviation, deviation);
        Mat agreement = mean(product(a, b), WINDOW);
        subtract(agreement, product(meanA, meanB), agreement);
        divide(agreement, deviation, agreement);
        return agreement;
    }

    private static Mat detail(Mat picture) {
        Mat detail = new Mat();
        picture.convertTo(detail, CV_32F);
        subtract(detail, mean(detail, SOFT), detail);
        return detail;
    }

    private static Mat mean(Mat values, int window) {
        Mat mean = new Mat();
        blur(values, mean, new Size(window, window));
        return mean;
    }

    private static Mat product(Mat a, Mat b) {
        Mat product = new Mat();
        multiply(a, b, product);
        return product;
    }

    private static Mat variance(Mat values, Mat mean) {
        Mat squares = mean(product(values, values), WINDOW);
        subtract(squares, product(mean, mean), squares);
        Mat variance = new Mat();
        squares.convertTo(variance, -1, 1, NOTHING);
        return variance;
    }
}
