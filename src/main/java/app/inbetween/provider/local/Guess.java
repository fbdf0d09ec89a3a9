package app.inbetween.provider.local;

import java.util.Arrays;
import java.util.List;

/**
 * An idea of where every cell of one still is found in the other.
 *
 * @param x column there, may lie outside
 * @param y row there
 * @param agreement how much both places look alike, about 0 (not at all) to 1
 */
record Guess(float[] x, float[] y, float[] agreement) {

    /** What a cell needs before it leaves the camera's move for another idea. */
    private static final float CONVINCING = 0.2f;

    /** For each cell the idea that agrees best; the camera's move where none convinces. */
    static Guess best(List<Guess> guesses, Guess camera) {
        int cells = camera.agreement.length;
        Guess best = new Guess(camera.x.clone(), camera.y.clone(), new float[cells]);
        Arrays.fill(best.agreement, CONVINCING);
        for (Guess guess : guesses) {
            for (int i = 0; i < cells; i++) {
                if (guess.agreement[i] > best.agreement[i]) {
                    best.x[i] = guess.x[i];
                    best.y[i] = guess.y[i];
                    best.agreement[i] = guess.agreement[i];
                }
            }
        }
        return best;
    }

    double total() {
        double total = 0;
        for (float each : agreement) {
            total += each;
        }
        return total;
    }

    /** One of the arrays of a guess or trust, interpolated at a place inside the grid. */
    static float at(float[] values, Grid grid, float x, float y) {
        float u = Math.max(0, Math.min(grid.columns() - 1.001f, x));
        float v = Math.max(0, Math.min(grid.rows() - 1.001f, y));
        int at = (int) v * grid.columns() + (int) u;
        int below = at + grid.columns();
        float right = u - (int) u;
        float down = v - (int) v;
        return (values[at] * (1 - right) + values[at + 1] * right) * (1 - down)
                + (values[below] * (1 - right) + values[below + 1] * right) * down;
    }
}
