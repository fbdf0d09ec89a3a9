package app.inbetween.provider.local;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.bytedeco.opencv.opencv_core.Mat;

/**
 * What follows from supposing that a move is the camera's.
 *
 * @param move from the first still to the last, in cells
 * @param there where the first still's cells are found in the last, if they follow the move alone, and if they flow besides
 * @param back the same for the last still
 */
record Hypothesis(CameraMove move, List<Guess> there, List<Guess> back) {

    /** @param move in pixels */
    static Hypothesis test(Grid grid, Mat first, Mat last, CameraMove move, Hands hands) {
        return hands.both(() -> new DenseMatcher(grid, first, last).guesses(move),
                () -> new DenseMatcher(grid, last, first).guesses(move.inverse()),
                (there, back) -> new Hypothesis(move.resized(1.0 / Grid.STEP), there, back));
    }

    /** How well the move alone explains both stills. */
    double agreement() {
        return there.get(0).total() + back.get(0).total();
    }

    /** The best of what any of them says about one direction, for each cell; in doubt what the camera says. */
    static Guess best(List<Hypothesis> all, Hypothesis camera, Function<Hypothesis, List<Guess>> direction) {
        List<Guess> guesses = new ArrayList<>();
        all.forEach(each -> guesses.addAll(direction.apply(each)));
        return Guess.best(guesses, direction.apply(camera).get(0));
    }
}
