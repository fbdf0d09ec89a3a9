package app.inbetween.provider.local;

/**
 * Values known at the centres of a framed grid's cells, interpolated for one row of a plane's pixels after the other, from top
 * to bottom. In whole numbers, so that whole rows are reckoned by vector instructions.
 */
class Spread {

    /** Of every value so many bits are its fraction. */
    static final int BITS = 12;

    private final int shift;
    private final int centres;
    private final int[] fixed;
    private int[] above;
    private int[] below;
    private int turnedTo;

    /** @param shift pixels from centre to centre, as a power of two, at least 1 */
    Spread(Grid grid, int shift) {
        this.shift = shift;
        this.centres = grid.columns() + 2;
        this.fixed = new int[grid.framedCells()];
        this.above = new int[centres - 1 << shift];
        this.below = new int[above.length];
    }

    /** New values: those given, each more by {@code plus}, then {@code times} as much, but within limits. */
    void set(float[] values, float plus, float times, float least, float most) {
        for (int i = 0; i < fixed.length; i++) {
            float value = (values[i] + plus) * times;
            float kept = value < least ? least : value > most ? most : value;
            fixed[i] = (int) (kept * (1 << BITS));
        }
        turnedTo = Integer.MIN_VALUE;
    }

    /**
     * Interpolates a row.
     *
     * @param y of the pixels; the first row of pixels lies half a cell before the centres of the first row of cells
     * @param row is filled, beginning half a cell before the first pixel of the plane
     */
    void row(int y, int[] row) {
        int half = 1 << shift >> 1;
        turn(y + half >> shift);
        int parts = 2 * (y + half & (1 << shift) - 1) + 1;
        int[] from = above;
        int[] to = below;
        int all = shift + 1;
        for (int i = 0; i < row.length; i++) {
            row[i] = from[i] + ((to[i] - from[i]) * parts >> all);
        }
    }

    private void turn(int rowOfCentres) {
        if (turnedTo == rowOfCentres) {
            return;
        }
        if (turnedTo == rowOfCentres - 1) {
            int[] passed = above;
            above = below;
            below = passed;
        } else {
            widen(rowOfCentres, above);
        }
        widen(rowOfCentres + 1, below);
        turnedTo = rowOfCentres;
    }

    private void widen(int rowOfCentres, int[] pixels) {
        int start = rowOfCentres * centres;
        for (int i = 0, at = 0; i < centres - 1; i++) {
            int step = fixed[start + i + 1] - fixed[start + i] >> shift;
            int value = fixed[start + i] + (step >> 1);
            for (int end = at + (1 << shift); at < end; at++, value += step) {
                pixels[at] = value;
            }
        }
    }
}
