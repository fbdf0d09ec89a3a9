package app.inbetween.provider.local;

/** Finds, for every cell of a framed grid at a moment, the place in a still it shows then, and how visible that is. */
class Tracing {

    /** Towards its edge a still gives way to the other over this part of its width and height together. */
    private static final float FEATHER = 0.02f;
    /** Never quite nothing, so that there is something to show where neither still is seen. */
    private static final float LEAST = 1e-3f;

    private final int columns;
    private final int rows;
    private final float scale;
    private final float softness;
    private final Projection projection;
    private final float[] map;
    private final float[] visibility;

    /** @param scale how many pixels of the (enlarged) still a cell is wide */
    Tracing(Grid grid, MotionField field, float scale) {
        this.columns = grid.columns();
        this.rows = grid.rows();
        this.scale = scale;
        this.softness = 1 / (FEATHER * (columns + rows));
        this.projection = new Projection(grid, field);
        this.visibility = new float[(columns + 2) * (rows + 2)];
        this.map = new float[2 * visibility.length];
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

    /** Pixels of the enlarged still, right and down, for each cell. */
    float[] map() {
        return map;
    }

    /** Greater than 0, for each cell. */
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
        float right = u - left;
        float down = v - top;
        float w00 = (1 - right) * (1 - down);
        float w01 = right * (1 - down);
        float w10 = (1 - right) * down;
        float w11 = right * down;
        float fromX = x - part * (w00 * carried[at] + w01 * carried[at + 4] + w10 * carried[below] + w11 * carried[below + 4]);
        at++;
        below++;
        float fromY = y - part * (w00 * carried[at] + w01 * carried[at + 4] + w10 * carried[below] + w11 * carried[below + 4]);
        at++;
        below++;
        float seen = w00 * carried[at] + w01 * carried[at + 4] + w10 * carried[below] + w11 * carried[below + 4];
        map[2 * i] = scale * (fromX + 0.5f) - 0.5f;
        map[2 * i + 1] = scale * (fromY + 0.5f) - 0.5f;
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
