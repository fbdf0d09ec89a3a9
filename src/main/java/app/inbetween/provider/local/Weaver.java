package app.inbetween.provider.local;

/**
 * Draws planes of a frame from the same planes of both stills. This is where the time of a film is spent: each loop does one
 * thing to a whole row, because only such loops become vector instructions.
 */
class Weaver {

    private static final int HALF = 1 << Spread.BITS >> 1;

    private final int width;
    private final int height;
    private final int margin;
    private final Places before;
    private final Places after;
    private final Spread shares;
    private final int[] share;
    private final int[] old;
    private final int[] young;

    /** @param halved whether the planes are half as wide and high as the picture */
    Weaver(Grid grid, boolean halved) {
        int divisor = halved ? 2 : 1;
        int shift = Integer.numberOfTrailingZeros(Grid.STEP / divisor);
        this.width = grid.picture().width() / divisor;
        this.height = grid.picture().height() / divisor;
        this.margin = Grid.STEP / divisor / 2;
        this.before = new Places(grid, shift);
        this.after = new Places(grid, shift);
        this.shares = new Spread(grid, shift);
        this.share = new int[grid.columns() + 1 << shift];
        this.old = new int[share.length];
        this.young = new int[share.length];
    }

    /**
     * Draws planes that move alike.
     *
     * @param shareOfLast how much is seen of the last still in each cell of the framed grid, 0 to 1
     * @param start where in the frame the first of them begins; the others follow
     */
    void draw(Plane[] first, Tracing from, Plane[] last, Tracing to, float[] shareOfLast, byte[] frame, int start) {
        before.set(from, first[0]);
        after.set(to, last[0]);
        shares.set(shareOfLast, 0, 1, 0, 1);
        for (int y = 0; y < height; y++) {
            int[] placesBefore = before.row(y);
            int[] placesAfter = after.row(y);
            shares.row(y, share);
            for (int plane = 0; plane < first.length; plane++) {
                fetch(first[plane].values(), placesBefore, old);
                fetch(last[plane].values(), placesAfter, young);
                mix(old, young, share);
                put(old, margin, frame, start + (plane * height + y) * width, width);
            }
        }
    }

    private static void fetch(byte[] values, int[] places, int[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = values[places[i]] & 0xff;
        }
    }

    private static void mix(int[] old, int[] young, int[] share) {
        for (int i = 0; i < old.length; i++) {
            old[i] = (old[i] << Spread.BITS) + (young[i] - old[i]) * share[i] + HALF >> Spread.BITS;
        }
    }

    private static void put(int[] row, int from, byte[] frame, int start, int count) {
        for (int i = 0; i < count; i++) {
            frame[start + i] = (byte) row[from + i];
        }
    }
}
