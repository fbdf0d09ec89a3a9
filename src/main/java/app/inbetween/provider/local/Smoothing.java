package app.inbetween.provider.local;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_ximgproc.createFastGlobalSmootherFilter;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_ximgproc.FastGlobalSmootherFilter;

/** Lends doubtful cells the motion of trusted ones nearby, not across the edges of what the still shows. */
class Smoothing {

    private static final double REACH = 200;
    private static final double EDGE = 4;
    /** Weight of standing still, for cells that are far from anything trusted. */
    private static final float REST = 0.02f;

    private final Grid grid;
    private final Mat luma;

    Smoothing(Grid grid, Mat luma) {
        this.grid = grid;
        this.luma = luma;
    }

    MotionField smooth(float[] dx, float[] dy, float[] trust) {
        try (PointerScope scope = new PointerScope()) {
            Mat guide = new Mat();
            resize(luma, guide, new Size(grid.columns(), grid.rows()), 0, 0, INTER_AREA);
            FastGlobalSmootherFilter filter = createFastGlobalSmootherFilter(guide, REACH, EDGE, 0.25, 3);
            float[] weight = spread(trust, filter);
            return new MotionField(lent(dx, trust, weight, filter), lent(dy, trust, weight, filter), trust);
        }
    }

    private float[] lent(float[] motion, float[] trust, float[] weight, FastGlobalSmootherFilter filter) {
        float[] lent = new float[motion.length];
        for (int i = 0; i < lent.length; i++) {
            lent[i] = motion[i] * trust[i];
        }
        lent = spread(lent, filter);
        for (int i = 0; i < lent.length; i++) {
            float around = lent[i] / (Math.max(0, weight[i]) + REST);
            lent[i] = trust[i] * motion[i] + (1 - trust[i]) * around;
        }
        return lent;
    }

    private float[] spread(float[] values, FastGlobalSmootherFilter filter) {
        Mat cells = new Mat(grid.rows(), grid.columns(), CV_32FC1);
        new FloatPointer(cells.data()).put(values);
        Mat spread = new Mat();
        filter.filter(cells, spread);
        float[] result = new float[values.length];
        new FloatPointer(spread.data()).get(result);
        return result;
    }
}
