package app.inbetween.provider.local;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

import app.inbetween.media.Dimensions;

/**
 * The cells in which motion is reckoned: squares of four by four pixels that cover a picture, the last ones reaching
 * beyond its edge. The centre of cell (0, 0) has the coordinates (0, 0), in cells.
 */
record Grid(Dimensions picture, int columns, int rows) {

    /** Pixels of a cell's side. */
    static final int STEP = 4;

    /** Motion is found in blocks of eight pixels; a multiple of that pads a picture without remainder. */
    private static final int BLOCK = 8;

    static Grid over(Dimensions picture) {
        return new Grid(picture, blocks(picture.width()) * BLOCK / STEP, blocks(picture.height()) * BLOCK / STEP);
    }

    private static int blocks(int pixels) {
        return (pixels + BLOCK - 1) / BLOCK;
    }

    int cells() {
        return columns * rows;
    }

    /** With one more row and column of cells on every side, so that the edge of the picture lies between centres, too. */
    int framedCells() {
        return (columns + 2) * (rows + 2);
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
}
