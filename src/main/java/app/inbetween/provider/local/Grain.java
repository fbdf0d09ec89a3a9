package app.inbetween.provider.local;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.NORM_L1;
import static org.bytedeco.opencv.global.opencv_core.norm;
import static org.bytedeco.opencv.global.opencv_imgproc.filter2D;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/** How grainy a still is, which tells how finely it has to be encoded to keep its look. */
final class Grain {

    /** Quantisers of H.264, found by trial: the similarity of encoded stills to the original stays above 0.97. */
    private static final int FINE = 16;
    private static final int COARSE = 20;
    private static final double NOTICEABLE = 1.5;

    private Grain() {
    }

    static int quantiser(Yuv first, Yuv last) {
        return Math.max(deviation(first.luma()), deviation(last.luma())) > NOTICEABLE ? FINE : COARSE;
    }

    /**
     * The standard deviation of the noise, in levels of luma, after Immerkær, "Fast Noise Variance Estimation", Computer
     * Vision and Image Understanding 64(2), 1996: a filter that answers neither to slopes nor to straight edges.
     */
    static double deviation(Mat luma) {
        try (PointerScope scope = new PointerScope()) {
            Mat filter = new Mat(3, 3, CV_32F);
            new FloatPointer(filter.data()).put(1, -2, 1, -2, 4, -2, 1, -2, 1);
            Mat answer = new Mat();
            filter2D(luma, answer, CV_32F, filter);
            return Math.sqrt(Math.PI / 2) / 6 * norm(answer, NORM_L1, new Mat()) / luma.total();
        }
    }
}
