package app.inbetween.provider.local;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Some rows of a grid. Frames are drawn band by band, because all that is needed for a band stays in the processor's cache.
 *
 * @param top the first row of cells
 * @param rows how many rows of cells
 * @param height how many rows of pixels, even
 */
record Band(Grid grid, int top, int rows, int height) {

    /** The rows of a plane of the picture that this band covers; of luma, or of chroma, which has half as many. */
    Mat of(Mat plane, boolean chroma) {
        int divisor = chroma ? 2 : 1;
        int start = top * grid.step() / divisor;
        return plane.rowRange(start, start + height / divisor);
    }

    /**
     * A framed matrix, interpolated to the size of luma or chroma.
     *
     * @param room is overwritten and holds the result
     */
    Mat grown(Mat framed, boolean chroma, Mat room) {
        int factor = chroma ? grid.step() / 2 : grid.step();
        int divisor = chroma ? 2 : 1;
        resize(framed.rowRange(top, top + rows + 2), room, new Size((grid.columns() + 2) * factor, (rows + 2) * factor), 0, 0,
                INTER_LINEAR);
        return new Mat(room, new Rect(factor, factor, grid.picture().width() / divisor, height / divisor));
    }
}
