package app.inbetween.provider.local;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A still, enlarged once so that in every frame the nearest pixel is near enough: that takes a quarter of the time it would
 * take to interpolate in each.
 *
 * @param luma one plane
 * @param chroma two, the differences of blue and red, half as wide and high
 */
record Still(Plane[] luma, Plane[] chroma) {

    /** Odd, so that every pixel keeps its place. */
    static final int FINER = 3;
    /** Pixels, enlarged, that are added on every side: at the edge, places are interpolated from cells beyond it. */
    static final int MARGIN = 2 * FINER * Grid.STEP;

    static Still of(Yuv picture) {
        return new Still(new Plane[] { enlarged(picture.luma()) },
                new Plane[] { enlarged(picture.blue()), enlarged(picture.red()) });
    }

    private static Plane enlarged(Mat plane) {
        try (PointerScope scope = new PointerScope()) {
            Mat enlarged = new Mat();
            resize(plane, enlarged, new Size(FINER * plane.cols(), FINER * plane.rows()), 0, 0, INTER_CUBIC);
            Mat framed = new Mat();
            copyMakeBorder(enlarged, framed, MARGIN, MARGIN, MARGIN, MARGIN, BORDER_REPLICATE);
            return Plane.of(framed);
        }
    }
}
