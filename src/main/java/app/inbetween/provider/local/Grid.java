package app.inbetween.provider.local;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

import app.inbetween.media.Dimensions;

/**
 * The cells in which motion is reckoned: squares of {@code step} pixels that cover a picture, the last ones reaching
 * beyond its edge. The centre of cell (0, 0) has the coordinates (0, 0), in cells.
 */
record Grid(Dimensions picture, int step, int columns, int rows) {

    /** Motion is found in blocks of eight pixels; a multiple of that pads a picture without remainder. */
    private static final int BLOCK = 8;
    private static final int CELLS_ON_LONG_SIDE = 320;

    static Grid over(Dimensions picture) {
        int step = picture.longSide() > 1.5 * CELLS_ON_LONG_SIDE * 2 ? 4 : 2;
        return new Grid(picture, step, blocks(picture.width()) * BLOCK / step, blocks(picture.height()) * BLOCK / step);
    }

    private static int blocks(int pixels) {
        return (pixels + BLOCK - 1) / BLOCK;
    }

    int cells() {
        return columns * rows;
    }

    boolean covers(float x, float y) {
        return x >= -0.5f && y >= -0.5f && x <= columns - 0.5f && y <= rows - 0.5f;
    }

    /** The values of a picture, as the average over each cell, channels interleaved. */
    float[] averages(Mat padded) {
        Mat cells = new Mat();
        resize(padded, cells, new Size(columns, rows), 0, 0, INTER_AREA);
        float[] values = new float[cells.channels() * cells()];
        new FloatPointer(cells.data()).get(values);
        return values;
    }

    /** A matrix with one row and column more than the grid on every side, so that its edge can be interpolated too. */
    Mat framed(int channels) {
        return new Mat(rows + 2, columns + 2, CV_32FC(channels));
    }

    /** A framed matrix, interpolated to the picture's size or, for chroma, half of that. */
    Mat grown(Mat framed, boolean half) {
        int factor = half ? step / 2 : step;
        Mat grown = new Mat();
        resize(framed, grown, new Size((columns + 2) * factor, (rows + 2) * factor), 0, 0, INTER_LINEAR);
        int divisor = half ? 2 : 1;
        return new Mat(grown, new Rect(factor, factor, picture.width() / divisor, picture.height() / divisor));
    }
}
