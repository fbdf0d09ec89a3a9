package app.inbetween.provider.local;

import org.bytedeco.opencv.opencv_core.KeyPoint;

/** A point of the first still and the same point in the last, in pixels. */
record Pair(float fromX, float fromY, float toX, float toY) {

    static Pair of(KeyPoint from, KeyPoint to) {
        return new Pair(from.pt().x(), from.pt().y(), to.pt().x(), to.pt().y());
    }

    double missedBy(CameraMove move) {
        return Math.hypot(move.x(fromX, fromY) - toX, move.y(fromX, fromY) - toY);
    }
}
