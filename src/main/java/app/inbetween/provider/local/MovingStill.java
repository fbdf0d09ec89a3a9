package app.inbetween.provider.local;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REFLECT_101;
import static org.bytedeco.opencv.global.opencv_core.split;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_NEAREST;
import static org.bytedeco.opencv.global.opencv_imgproc.remap;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Scalar;

/** One of the two stills on its way to the other. */
class MovingStill {

    /**
     * The stills are enlarged once, so that the nearest pixel is near enough in every frame: that is three times as fast
     * as interpolating in each. Odd, so that every pixel keeps its place.
     */
    static final int FINER = 3;

    private final Yuv enlarged;
    private final Tracing tracing;
    // Kept from frame to frame: to get fresh memory from the system takes as long as to fill it.
    private final Mat lumaCells;
    private final Mat chromaCells = new Mat();
    private final Mat lumaMap = new Mat();
    private final Mat chromaMap = new Mat();
    private final Mat luma = new Mat();
    private final Mat chroma = new Mat();
    private final MatVector differences = new MatVector();

    MovingStill(Yuv enlarged, Grid grid, MotionField field) {
        this.enlarged = enlarged;
        this.tracing = new Tracing(grid, field, FINER * grid.step());
        this.lumaCells = grid.framed(2);
    }

    /**
     * Moves this still.
     *
     * @param home the camera's way back from the frame to this still, in cells
     * @param part of the way to the other still that is done, 0 to 1
     */
    void pose(CameraMove home, float part) {
        tracing.trace(home, part);
        new FloatPointer(lumaCells.data()).put(tracing.map());
        // Chroma sits on every other pixel of luma, to the left.
        lumaCells.convertTo(chromaCells, -1, 0.5, -0.25);
    }

    /** How much of this still is to be seen in each cell of a framed grid, greater than 0. */
    float[] visibility() {
        return tracing.visibility();
    }

    Mat luma(Band band) {
        return seen(enlarged.luma(), band.grown(lumaCells, false, lumaMap), luma);
    }

    MatVector chroma(Band band) {
        split(seen(enlarged.chroma(), band.grown(chromaCells, true, chromaMap), chroma), differences);
        return differences;
    }

    private static Mat seen(Mat plane, Mat map, Mat into) {
        remap(plane, into, map, new Mat(), INTER_NEAREST, BORDER_REFLECT_101, new Scalar());
        return into;
    }
}
