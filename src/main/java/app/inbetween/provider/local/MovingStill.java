package app.inbetween.provider.local;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REFLECT_101;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LANCZOS4;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_NEAREST;
import static org.bytedeco.opencv.global.opencv_imgproc.remap;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** One of the two stills on its way to the other. */
class MovingStill {

    /**
     * The stills are enlarged once, so that the nearest pixel is near enough in every frame: that is three times as fast
     * as interpolating in each. Odd, so that every pixel keeps its place.
     */
    private static final int FINER = 3;
    /** Towards its edge a still gives way to the other over this part of its width and height. */
    private static final float FEATHER = 0.02f;

    private final Grid grid;
    private final Mat luma;
    private final Mat chroma;
    private final Projection projection;
    private final float[] map;
    private final float[] visibility;
    private final Mat lumaMap;

    MovingStill(Yuv still, Grid grid, MotionField field) {
        this.grid = grid;
        this.luma = enlarged(still.luma(), INTER_LANCZOS4);
        this.chroma = enlarged(still.chroma(), INTER_CUBIC);
        this.projection = new Projection(grid, field);
        this.lumaMap = grid.framed(2);
        this.visibility = new float[lumaMap.rows() * lumaMap.cols()];
        this.map = new float[2 * visibility.length];
    }

    private static Mat enlarged(Mat plane, int interpolation) {
        Mat enlarged = new Mat();
        resize(plane, enlarged, new Size(FINER * plane.cols(), FINER * plane.rows()), 0, 0, interpolation);
        return enlarged;
    }

    /**
     * Moves this still.
     *
     * @param home the camera's way back from the frame to this still, in cells
     * @param part of the way to the other still that is done, 0 to 1
     */
    void pose(CameraMove home, float part) {
        float[] carried = projection.carried(part);
        int columns = grid.columns();
        int rows = grid.rows();
        float aRe = (float) home.aRe();
        float aIm = (float) home.aIm();
        float lastColumn = columns - 1.001f;
        float lastRow = rows - 1.001f;
        float scale = FINER * grid.step();
        float feather = 1 / (FEATHER * (columns + rows));
        for (int row = -1, i = 0; row <= rows; row++) {
            float x = (float) home.x(-1, row);
            float y = (float) home.y(-1, row);
            for (int column = -1; column <= columns; column++, i++, x += aRe, y += aIm) {
                float u = Math.max(0, Math.min(lastColumn, x));
                float v = Math.max(0, Math.min(lastRow, y));
                int at = 4 * ((int) v * columns + (int) u);
                int below = at + 4 * columns;
                float fx = u - (int) u;
                float fy = v - (int) v;
                float w00 = (1 - fx) * (1 - fy);
                float w01 = fx * (1 - fy);
                float w10 = (1 - fx) * fy;
                float w11 = fx * fy;
                float fromX = x
                        - part * (w00 * carried[at] + w01 * carried[at + 4] + w10 * carried[below] + w11 * carried[below + 4]);
                float fromY = y - part
                        * (w00 * carried[at + 1] + w01 * carried[at + 5] + w10 * carried[below + 1] + w11 * carried[below + 5]);
                float seen = w00 * carried[at + 2] + w01 * carried[at + 6] + w10 * carried[below + 2]
                        + w11 * carried[below + 6];
                map[2 * i] = scale * (fromX + 0.5f) - 0.5f;
                map[2 * i + 1] = scale * (fromY + 0.5f) - 0.5f;
                float inside = Math.min(Math.min(fromX + 0.5f, columns - 0.5f - fromX),
                        Math.min(fromY + 0.5f, rows - 0.5f - fromY));
                visibility[i] = seen * Math.max(0, Math.min(1, inside * feather)) + 1e-3f;
            }
        }
        new FloatPointer(lumaMap.data()).put(map);
    }

    /** How much of this still is to be seen in each cell of a framed grid, greater than 0. */
    float[] visibility() {
        return visibility;
    }

    Mat luma() {
        return looked(luma, grid.grown(lumaMap, false));
    }

    Mat chroma() {
        Mat chromaMap = new Mat();
        // Chroma sits on every other pixel of luma, to the left.
        lumaMap.convertTo(chromaMap, -1, 0.5, -0.25);
        return looked(chroma, grid.grown(chromaMap, true));
    }

    private static Mat looked(Mat plane, Mat map) {
        Mat seen = new Mat();
        remap(plane, seen, map, new Mat(), INTER_NEAREST, BORDER_REFLECT_101, new Scalar());
        return seen;
    }
}
