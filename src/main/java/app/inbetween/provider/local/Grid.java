package app.inbetween.provider.local;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

import app.inbetween.media.Dimensions;

/**
 * The cells in which motion is reckoned: squares of {@code step} pixels that cover a picture, the last ones reaching
 * beyond its edge. The centre of cell (0, 0) has the coordinates (0, 0), in cells.
 */
record Grid(Dimensions picture, int step, int columns, int rows) {

    /** Motion is found in blocks of eight pixels; a multiple of that pads a picture without remainder. */
    private static final int BLOCK = 8;
    /** Pictures longer than this get cells of four pixels instead of two. */
    private static final int SMALL = 960;
    private static final int ROWS_IN_BAND = 16;

    static Grid over(Dimensions picture) {
        int step = picture.longSide() > SMALL ? 4 : 2;
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

    /** How many {@link Band bands} this grid consists of. */
    int bands() {
        return (picture.height() + ROWS_IN_BAND * step - 1) / (ROWS_IN_BAND * step);
    }

    Band band(int number) {
        int top = number * ROWS_IN_BAND;
        int pixels = Math.min(ROWS_IN_BAND * step, picture.height() - top * step);
        return new Band(this, top, (pixels + step - 1) / step, pixels);
    }

}
