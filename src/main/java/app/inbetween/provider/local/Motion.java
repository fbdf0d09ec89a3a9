package app.inbetween.provider.local;

/**
 * All that moves between two stills.
 *
 * @param camera from the first still to the last, in cells
 * @param forward what cells of the first still do besides
 * @param backward what cells of the last still do, back to the first, besides
 */
record Motion(Grid grid, CameraMove camera, MotionField forward, MotionField backward) {
}
