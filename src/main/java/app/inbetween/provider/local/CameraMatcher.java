package app.inbetween.provider.local;

import static org.bytedeco.opencv.global.opencv_calib3d.RANSAC;
import static org.bytedeco.opencv.global.opencv_calib3d.estimateAffinePartial2D;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC2;
import static org.bytedeco.opencv.global.opencv_core.NORM_L2;
import static org.bytedeco.opencv.global.opencv_core.setRNGSeed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.DMatchVector;
import org.bytedeco.opencv.opencv_core.DMatchVectorVector;
import org.bytedeco.opencv.opencv_core.KeyPointVector;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_features2d.BFMatcher;
import org.bytedeco.opencv.opencv_features2d.SIFT;

/** Finds moves of the whole picture, or of large parts of it, from points that can be told apart (SIFT and RANSAC). */
class CameraMatcher {

    private static final int POINTS = 1200;
    private static final double DISTINCT = 0.8;
    private static final double TOLERANCE = 3;
    private static final int FEWEST = 12;
    private static final int MOST_MOVES = 3;

    private final long seed;
    private final Hands hands;

    CameraMatcher(long seed, Hands hands) {
        this.seed = seed;
        this.hands = hands;
    }

    /** Moves that many points of two grey pictures share, never empty; standing still is one unless nothing does. */
    List<CameraMove> matches(Mat first, Mat last) {
        try (PointerScope scope = new PointerScope()) {
            setRNGSeed((int) seed);
            List<Pair> pairs = pairs(first, last);
            List<Pair> unexplained = unexplained(pairs, CameraMove.NONE, 1);
            List<CameraMove> moves = new ArrayList<>();
            boolean nothingRests = pairs.size() > 100 && unexplained.size() > 0.97 * pairs.size();
            Optional<CameraMove> move = shared(unexplained);
            while (move.isPresent() && moves.size() < MOST_MOVES) {
                moves.add(move.get());
                unexplained = unexplained(unexplained, move.get(), 2 * TOLERANCE);
                move = shared(unexplained);
            }
            if (moves.isEmpty() || !nothingRests) {
                moves.add(0, CameraMove.NONE);
            }
            return moves;
        }
    }

    private List<Pair> pairs(Mat first, Mat last) {
        Points firstPoints = new Points(new KeyPointVector(), new Mat());
        Points lastPoints = new Points(new KeyPointVector(), new Mat());
        return hands.both(() -> firstPoints.foundIn(first), () -> lastPoints.foundIn(last), CameraMatcher::pairs);
    }

    private static List<Pair> pairs(Points first, Points last) {
        List<Pair> pairs = new ArrayList<>();
        if (first.places.size() < 2 || last.places.size() < 2) {
            return pairs;
        }
        DMatchVectorVector matches = new DMatchVectorVector();
        new BFMatcher(NORM_L2, false).knnMatch(first.traits, last.traits, matches, 2);
        for (DMatchVector match : matches.get()) {
            if (match.size() == 2 && match.get(0).distance() < DISTINCT * match.get(1).distance()) {
                pairs.add(Pair.of(first.places.get(match.get(0).queryIdx()), last.places.get(match.get(0).trainIdx())));
            }
        }
        return pairs;
    }

    /** Points of a picture, and what they look like. */
    private record Points(KeyPointVector places, Mat traits) {

        Points foundIn(Mat picture) {
            try (PointerScope scope = new PointerScope()) {
                SIFT.create(POINTS, 3, 0.02, 10, 1.6, false).detectAndCompute(picture, new Mat(), places, traits, false);
                return this;
            }
        }
    }

    private static Optional<CameraMove> shared(List<Pair> pairs) {
        if (pairs.size() < FEWEST) {
            return Optional.empty();
        }
        Mat inliers = new Mat();
        Mat matrix = estimateAffinePartial2D(points(pairs, false), points(pairs, true), inliers, RANSAC, TOLERANCE, 3000,
                0.995, 10);
        if (matrix.empty()) {
            return Optional.empty();
        }
        CameraMove move = CameraMove.of(matrix);
        int agreeing = pairs.size() - unexplained(pairs, move, TOLERANCE).size();
        boolean enough = agreeing >= FEWEST && agreeing >= 0.1 * pairs.size();
        return enough && isPlausible(move) ? Optional.of(move) : Optional.empty();
    }

    private static Mat points(List<Pair> pairs, boolean last) {
        float[] coordinates = new float[2 * pairs.size()];
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            coordinates[2 * i] = last ? pair.toX() : pair.fromX();
            coordinates[2 * i + 1] = last ? pair.toY() : pair.fromY();
        }
        Mat points = new Mat(pairs.size(), 1, CV_32FC2);
        new FloatPointer(points.data()).put(coordinates);
        return points;
    }

    private static List<Pair> unexplained(List<Pair> pairs, CameraMove move, double tolerance) {
        return pairs.stream().filter(pair -> pair.missedBy(move) > tolerance).toList();
    }

    private static boolean isPlausible(CameraMove move) {
        return move.scale() > 0.33 && move.scale() < 3 && Math.abs(move.angle()) < Math.toRadians(75);
    }
}
