package app.inbetween.provider.local;

/**
 * How far a found motion can be relied on, 0 to 1 for each cell: both stills must tell the same story, the two places must
 * look alike, and enough cells around must move the same way.
 */
class Trust {

    private static final int REACH = 6;
    private static final int STRIDE = 2;

    private final Grid grid;
    private final Guess there;
    private final Guess back;

    Trust(Grid grid, Guess there, Guess back) {
        this.grid = grid;
        this.there = there;
        this.back = back;
    }

    /** As much as the place the motion leads to trusts the way back: both stills are then shown, or doubted, alike. */
    static float[] shared(Grid grid, Guess there, float[] here, float[] other) {
        float[] shared = new float[here.length];
        for (int i = 0; i < shared.length; i++) {
            shared[i] = here[i] == 0 ? 0 : Math.min(here[i], Guess.at(other, grid, there.x()[i], there.y()[i]));
        }
        return shared;
    }

    float[] alone() {
        float[] trust = new float[grid.cells()];
        float[] dx = new float[grid.cells()];
        float[] dy = new float[grid.cells()];
        for (int row = 0, i = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++, i++) {
                dx[i] = there.x()[i] - column;
                dy[i] = there.y()[i] - row;
                trust[i] = grid.covers(there.x()[i], there.y()[i])
                        ? sameStory(i, column, row, dx[i], dy[i]) * smoothStep(there.agreement()[i], 0.1f, 0.6f)
                        : 0;
            }
        }
        return accompanied(accompanied(trust, dx, dy), dx, dy);
    }

    /** 1 if the way there and back ends where it began, less the further it misses. */
    private float sameStory(int cell, int column, int row, float dx, float dy) {
        float x = there.x()[cell];
        float y = there.y()[cell];
        float missX = Guess.at(back.x(), grid, x, y) - column;
        float missY = Guess.at(back.y(), grid, x, y) - row;
        float tolerance = 1f / Grid.STEP + 0.02f * (float) Math.sqrt(dx * dx + dy * dy);
        return (float) Math.exp(-(missX * missX + missY * missY) / (tolerance * tolerance));
    }

    /** A cell that moves unlike its trusted neighbours is a chance hit. */
    private float[] accompanied(float[] trust, float[] dx, float[] dy) {
        float[] accompanied = new float[trust.length];
        for (int row = 0, i = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++, i++) {
                if (trust[i] > 0.01f) {
                    accompanied[i] = trust[i] * smoothStep(company(trust, dx, dy, column, row), 0.3f, 0.55f);
                }
            }
        }
        return accompanied;
    }

    private float company(float[] trust, float[] dx, float[] dy, int column, int row) {
        int cell = row * grid.columns() + column;
        float tolerance = 1 + 0.1f * (float) Math.sqrt(dx[cell] * dx[cell] + dy[cell] * dy[cell]);
        float alike = 0;
        float all = 0;
        for (int y = Math.max(0, row - REACH); y <= Math.min(grid.rows() - 1, row + REACH); y += STRIDE) {
            int start = y * grid.columns();
            int right = Math.min(grid.columns() - 1, column + REACH);
            for (int i = start + Math.max(0, column - REACH); i <= start + right; i += STRIDE) {
                float apartX = dx[i] - dx[cell];
                float apartY = dy[i] - dy[cell];
                all += trust[i] + 0.1f;
                alike += apartX * apartX + apartY * apartY < tolerance * tolerance ? trust[i] : 0;
            }
        }
        return alike / all;
    }

    private static float smoothStep(float value, float from, float to) {
        float t = Math.max(0, Math.min(1, (value - from) / (to - from)));
        return t * t * (3 - 2 * t);
    }
}
