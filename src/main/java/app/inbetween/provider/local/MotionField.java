package app.inbetween.provider.local;

/**
 * Where each cell of one still moves until the other still, beyond what the camera's own move explains.
 *
 * @param dx cells to the right, row by row
 * @param dy cells down
 * @param trust from 0 (a guess) to 1 (seen in both stills)
 */
record MotionField(float[] dx, float[] dy, float[] trust) {
}
