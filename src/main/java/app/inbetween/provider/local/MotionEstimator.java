package app.inbetween.provider.local;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import app.inbetween.media.Dimensions;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Finds out what moves between two stills. */
class MotionEstimator {

    /** Points that can be told apart can be told apart at this width, too. */
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
            List<Guess> forward = new ArrayList<>();
            List<Guess> backward = new ArrayList<>();
            CameraMove camera = null;
            Guess cameraThere = null, cameraBack = null;
            double most = -1;
            for (CameraMove move : moves(first, last, grid)) {
                List<Guess> there = new DenseMatcher(grid, first, last).guesses(move);
                List<Guess> back = new DenseMatcher(grid, last, first).guesses(move.inverse());
                forward.addAll(there);
                backward.addAll(back);
                double agreement = there.get(0).total() + back.get(0).total();
                if (agreement > 1.02 * most) {
                    most = agreement;
                    camera = move.resized(1.0 / grid.step());
                    cameraThere = there.get(0);
                    cameraBack = back.get(0);
                }
            }
            Guess there = Guess.best(forward, cameraThere);
            Guess back = Guess.best(backward, cameraBack);
            float[] trustThere = new Trust(grid, there, back).alone();
            float[] trustBack = new Trust(grid, back, there).alone();
            return new Motion(grid, camera,
                    field(grid, there, Trust.shared(grid, there, trustThere, trustBack), camera, first),
                    field(grid, back, Trust.shared(grid, back, trustBack, trustThere), camera.inverse(), last));
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

    private static MotionField field(Grid grid, Guess guess, float[] trust, CameraMove camera, Mat luma) {
        float[] dx = new float[grid.cells()];
        float[] dy = new float[grid.cells()];
        CameraMove home = camera.inverse();
        for (int row = 0, i = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++, i++) {
                dx[i] = (float) home.x(guess.x()[i], guess.y()[i]) - column;
                dy[i] = (float) home.y(guess.x()[i], guess.y()[i]) - row;
            }
        }
        return new Smoothing(grid, luma).smooth(dx, dy, trust);
    }
}
