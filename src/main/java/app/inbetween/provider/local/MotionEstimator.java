package app.inbetween.provider.local;

import static java.util.Comparator.comparingDouble;
import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.util.Collections;
import java.util.List;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

import app.inbetween.media.Dimensions;

/** Finds out what moves between two stills. */
class MotionEstimator {

    /** Points that can be told apart at all can be told apart at this width. */
    private static final double MATCHING_SIDE = 640;

    private final long seed;

    MotionEstimator(long seed) {
        this.seed = seed;
    }

    Motion between(Mat firstLuma, Mat lastLuma) {
        try (PointerScope scope = new PointerScope()) {
            Grid grid = Grid.over(new Dimensions(firstLuma.cols(), firstLuma.rows()));
            Mat first = padded(firstLuma, grid);
            Mat last = padded(lastLuma, grid);
            List<Hypothesis> all = moves(first, last, grid).stream()
                    .map(move -> Hypothesis.test(grid, first, last, move)).toList();
            Hypothesis camera = Collections.max(all, comparingDouble(Hypothesis::agreement));
            Guess there = Hypothesis.best(all, camera, Hypothesis::there);
            Guess back = Hypothesis.best(all, camera, Hypothesis::back);
            float[] trustThere = new Trust(grid, there, back).alone();
            float[] trustBack = new Trust(grid, back, there).alone();
            return new Motion(grid, camera.move(),
                    field(there, Trust.shared(grid, there, trustThere, trustBack), camera.move(), new Smoothing(grid, first)),
                    field(back, Trust.shared(grid, back, trustBack, trustThere), camera.move().inverse(),
                            new Smoothing(grid, last)));
        }
    }

    private static Mat padded(Mat luma, Grid grid) {
        Mat padded = new Mat();
        copyMakeBorder(luma, padded, 0, grid.rows() * grid.step() - luma.rows(), 0,
                grid.columns() * grid.step() - luma.cols(), BORDER_REPLICATE);
        return padded;
    }

    private List<CameraMove> moves(Mat first, Mat last, Grid grid) {
        double factor = Math.min(1, MATCHING_SIDE / grid.picture().longSide());
        return new CameraMatcher(seed).matches(resized(first, factor), resized(last, factor)).stream()
                .map(move -> move.resized(1 / factor)).toList();
    }

    private static Mat resized(Mat picture, double factor) {
        Mat resized = new Mat();
        resize(picture, resized, new Size(), factor, factor, INTER_AREA);
        return resized;
    }

    /** What is left of the guessed motion once the camera's move is taken away from it. */
    private static MotionField field(Guess guess, float[] trust, CameraMove camera, Smoothing smoothing) {
        Grid grid = smoothing.grid();
        float[] dx = new float[grid.cells()];
        float[] dy = new float[grid.cells()];
        CameraMove home = camera.inverse();
        for (int row = 0, i = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++, i++) {
                dx[i] = (float) home.x(guess.x()[i], guess.y()[i]) - column;
                dy[i] = (float) home.y(guess.x()[i], guess.y()[i]) - row;
            }
        }
        return smoothing.smooth(dx, dy, trust);
    }
}
