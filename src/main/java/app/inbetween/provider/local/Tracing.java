package app.inbetween.provider.local;

/**
 * Finds, for every cell of a framed grid at a moment, the place in a still it shows then, and how visible that is. Framed: the
 * grid has one row and column of cells more on every side, so that its edge can be interpolated, too.
 */
class Tracing {

    /** Towards its edge a still gives way to the other over this part of its width and height together. */
    private static final float FEATHER = 0.02f;
    /** Never quite nothing, so that there is something to show where neither still is seen. */
    private static final float LEAST = 1e-3f;

    private final int columns;
    private final int rows;
    private final float softness;
    private final Projection projection;
    private final float[] right;
    private final float[] down;
    private final float[] visibility;

    Tracing(Grid grid, MotionField field) {
        this.columns = grid.columns();
        this.rows = grid.rows();
        this.softness = 1 / (FEATHER * (columns + rows));
        this.projection = new Projection(grid, field);
        this.right = new float[grid.framedCells()];
        this.down = new float[grid.framedCells()];
        this.visibility = new float[grid.framedCells()];
    }

    /**
     * Traces a moment.
     *
     * @param home the camera's way back from the moment to the still, in cells
     * @param part of the way to the other still that is done, 0 to 1
     */
    void trace(CameraMove home, float part) {
        float[] carried = projection.carried(part);
        float aRe = (float) home.aRe();
        float aIm = (float) home.aIm();
        for (int row = -1, i = 0; row <= rows; row++) {
            float x = (float) home.x(-1, row);
            float y = (float) home.y(-1, row);
            for (int end = i + columns + 2; i < end; i++, x += aRe, y += aIm) {
                cell(i, x, y, part, carried);
            }
        }
    }

    /** The column of the place, in cells. */
    float[] right() {
        return right;
    }

    /** The row of the place, in cells. */
    float[] down() {
        return down;
    }

    /** Greater than 0, up to 2. */
    float[] visibility() {
        return visibility;
    }

    private void cell(int i, float x, float y, float part, float[] carried) {
        float u = x < 0 ? 0 : x > columns - 1.001f ? columns - 1.001f : x;
        float v = y < 0 ? 0 : y > rows - 1.001f ? rows - 1.001f : y;
        int left = (int) u;
        int top = (int) v;
        int at = 4 * (top * columns + left);
        int below = at + 4 * columns;
        float across = u - left;
        float along = v - top;
        float w00 = (1 - across) * (1 - along);
        float w01 = across * (1 - along);
        float w10 = (1 - across) * along;
        float w11 = across * along;
        float fromX = x - part * (w00 * carried[at] + w01 * carried[at + 4] + w10 * carried[below] + w11 * carried[below + 4]);
        at++;
        below++;
        float fromY = y - part * (w00 * carried[at] + w01 * carried[at + 4] + w10 * carried[below] + w11 * carried[below + 4]);
        at++;
        below++;
        float seen = w00 * carried[at] + w01 * carried[at + 4] + w10 * carried[below] + w11 * carried[below + 4];
        right[i] = fromX;
        down[i] = fromY;
        visibility[i] = seen * inside(fromX, fromY) + LEAST;
    }

    /** 1 well inside the still, 0 outside. */
    private float inside(float x, float y) {
        float across = x < columns - 1 - x ? x : columns - 1 - x;
        float along = y < rows - 1 - y ? y : rows - 1 - y;
        float soft = softness * ((across < along ? across : along) + 0.5f);
        return soft < 0 ? 0 : soft > 1 ? 1 : soft;
    }
}
