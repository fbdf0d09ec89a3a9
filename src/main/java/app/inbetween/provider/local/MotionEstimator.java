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
    private static final double MATCHING_SIDE = 480;

    private final long seed;
    private final Hands hands;

    MotionEstimator(long seed, Hands hands) {
        this.seed = seed;
        this.hands = hands;
    }

    Motion between(Mat firstLuma, Mat lastLuma) {
        try (PointerScope scope = new PointerScope()) {
            Grid grid = Grid.over(new Dimensions(firstLuma.cols(), firstLuma.rows()));
            Mat first = padded(firstLuma, grid);
            Mat last = padded(lastLuma, grid);
            List<Hypothesis> all = moves(first, last, grid).stream()
                    .map(move -> Hypothesis.test(grid, first, last, move, hands)).toList();
            Hypothesis camera = Collections.max(all, comparingDouble(Hypothesis::agreement));
            Guess there = Hypothesis.best(all, camera, Hypothesis::there);
            Guess back = Hypothesis.best(all, camera, Hypothesis::back);
            float[][] trust = hands.both(() -> new Trust(grid, there, back).alone(), () -> new Trust(grid, back, there).alone(),
                    (trustThere, trustBack) -> new float[][] { trustThere, trustBack });
            return hands.both(
                    () -> field(grid, there, Trust.shared(grid, there, trust[0], trust[1]), camera.move(), first),
                    () -> field(grid, back, Trust.shared(grid, back, trust[1], trust[0]), camera.move().inverse(), last),
                    (forward, backward) -> new Motion(grid, camera.move(), forward, backward));
        }
    }

    private static Mat padded(Mat luma, Grid grid) {
        Mat padded = new Mat();
        copyMakeBorder(luma, padded, 0, grid.rows() * Grid.STEP - luma.rows(), 0,
                grid.columns() * Grid.STEP - luma.cols(), BORDER_REPLICATE);
        return padded;
    }

    private List<CameraMove> moves(Mat first, Mat last, Grid grid) {
        double factor = Math.min(1, MATCHING_SIDE / grid.picture().longSide());
        return new CameraMatcher(seed, hands).matches(resized(first, factor), resized(last, factor)).stream()
                .map(move -> move.resized(1 / factor)).toList();
    }

    private static Mat resized(Mat picture, double factor) {
        Mat resized = new Mat();
        resize(picture, resized, new Size(), factor, factor, INTER_AREA);
        return resized;
    }

    /** What is left of the guessed motion once the camera's move is taken away from it. */
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
