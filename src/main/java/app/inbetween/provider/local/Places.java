package app.inbetween.provider.local;

/** Which pixels of a plane of an enlarged still a row of a frame's pixels shows. */
class Places {

    /** Interpolated values may lie a few units below those they lie between. */
    private static final float ROUNDING = 16f / (1 << Spread.BITS);

    private final float cell;
    private final Spread across;
    private final Spread down;
    private final int[] x;
    private final int[] y;
    private final int[] index;
    private int width;

    /** @param shift pixels of the frame's plane from one centre of a cell to the next, as a power of two */
    Places(Grid grid, int shift) {
        this.cell = Still.FINER << shift;
        this.across = new Spread(grid, shift);
        this.down = new Spread(grid, shift);
        this.x = new int[grid.columns() + 1 << shift];
        this.y = new int[x.length];
        this.index = new int[x.length];
    }

    /** What would lie beyond the margin of a plane is at its edge. */
    void set(Tracing tracing, Plane plane) {
        // Half a cell lies between its centre and its first pixel, and places are cut off to whole pixels.
        float start = 0.5f + Still.MARGIN / cell;
        across.set(tracing.right(), start, cell, ROUNDING, plane.width() - 1);
        down.set(tracing.down(), start, cell, ROUNDING, plane.height() - 1);
        width = plane.width();
    }

    /** Indices into the plane's values. */
    int[] row(int row) {
        across.row(row, x);
        down.row(row, y);
        for (int i = 0; i < index.length; i++) {
            index[i] = (y[i] >> Spread.BITS) * width + (x[i] >> Spread.BITS);
        }
        return index;
    }
}
