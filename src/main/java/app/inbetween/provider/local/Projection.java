package app.inbetween.provider.local;

import java.util.Arrays;

/** A motion field carried to a moment between the stills: for every cell then, how what is there has moved. */
class Projection {

    /** Guesses lose against anything seen, but fill what nobody else fills. */
    private static final float GUESS = 0.02f;

    private final int columns;
    private final int rows;
    private final MotionField field;
    /** For each cell: motion right and down, both times the weight; the weight; how much of the cell is covered. */
    private final float[] sums;

    Projection(Grid grid, MotionField field) {
        this.columns = grid.columns();
        this.rows = grid.rows();
        this.field = field;
        this.sums = new float[4 * grid.cells()];
    }

    /**
     * Carries the field the given part of its way.
     *
     * @return four values for each cell: motion right, motion down, how visible it is (0 where nothing arrives), unused
     */
    float[] carried(float part) {
        Arrays.fill(sums, 0);
        float[] dx = field.dx();
        float[] dy = field.dy();
        float[] trust = field.trust();
        for (int row = 0, i = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++, i++) {
                drop(column + part * dx[i], row + part * dy[i], dx[i], dy[i], GUESS + trust[i]);
            }
        }
        settle(dx, dy);
        return sums;
    }

    private void drop(float x, float y, float moveX, float moveY, float weight) {
        int left = (int) (x + columns) - columns;
        int top = (int) (y + rows) - rows;
        if (left < 0 || top < 0 || left + 1 >= columns || top + 1 >= rows) {
            dropAtEdge(Math.round(x), Math.round(y), moveX, moveY, weight);
            return;
        }
        float right = x - left;
        float below = y - top;
        int at = 4 * (top * columns + left);
        add(at, (1 - right) * (1 - below), moveX, moveY, weight);
        add(at + 4, right * (1 - below), moveX, moveY, weight);
        add(at + 4 * columns, (1 - right) * below, moveX, moveY, weight);
        add(at + 4 * columns + 4, right * below, moveX, moveY, weight);
    }

    private void dropAtEdge(int column, int row, float moveX, float moveY, float weight) {
        if (column >= 0 && row >= 0 && column < columns && row < rows) {
            add(4 * (row * columns + column), 1, moveX, moveY, weight);
        }
    }

    private void add(int at, float covered, float moveX, float moveY, float weight) {
        float share = weight * covered;
        sums[at] += share * moveX;
        sums[at + 1] += share * moveY;
        sums[at + 2] += share;
        sums[at + 3] += covered;
    }

    private void settle(float[] dx, float[] dy) {
        for (int i = 0, at = 0; at < sums.length; i++, at += 4) {
            float share = sums[at + 2];
            float covered = sums[at + 3];
            // Where nothing arrives, the motion that starts there is the smoothest guess.
            float guess = share < 1e-3f ? 1e-3f - share : 0;
            sums[at] = (sums[at] + guess * dx[i]) / (share + guess);
            sums[at + 1] = (sums[at + 1] + guess * dy[i]) / (share + guess);
            float present = covered < 0.2f ? 0 : covered > 0.7f ? 1 : 2 * covered - 0.4f;
            float trust = share < covered ? share / (covered + 1e-6f) : 1;
            sums[at + 2] = present * (1 + trust);
        }
    }
}
