package app.inbetween.provider.local;

import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A zoom, rotation and pan of the whole picture: pixel {@code (x, y)} goes to {@code a (x + iy) + b} in complex numbers.
 *
 * @param aRe scale times cosine of the rotation
 * @param aIm scale times sine of the rotation
 * @param bRe shift to the right in pixels
 * @param bIm shift down in pixels
 */
record CameraMove(double aRe, double aIm, double bRe, double bIm) {

    static final CameraMove NONE = new CameraMove(1, 0, 0, 0);

    double scale() {
        return Math.hypot(aRe, aIm);
    }

    /** In radians, from -pi to pi, clockwise on the screen. */
    double angle() {
        return Math.atan2(aIm, aRe);
    }

    double x(double x, double y) {
        return aRe * x - aIm * y + bRe;
    }

    double y(double x, double y) {
        return aIm * x + aRe * y + bIm;
    }

    /** The part of this move that is done at time t: a zoom at constant rate, about the one point that stays. */
    CameraMove at(double t) {
        double grown = Math.pow(scale(), t);
        double powerRe = grown * Math.cos(t * angle());
        double powerIm = grown * Math.sin(t * angle());
        double distance = (aRe - 1) * (aRe - 1) + aIm * aIm;
        if (distance < 1e-10) {
            return new CameraMove(powerRe, powerIm, t * bRe, t * bIm);
        }
        // b_t = b (a^t - 1) / (a - 1), so that the moves of two times add up to the move of their sum.
        double ratioRe = ((powerRe - 1) * (aRe - 1) + powerIm * aIm) / distance;
        double ratioIm = (powerIm * (aRe - 1) - (powerRe - 1) * aIm) / distance;
        return new CameraMove(powerRe, powerIm, bRe * ratioRe - bIm * ratioIm, bRe * ratioIm + bIm * ratioRe);
    }

    CameraMove inverse() {
        double squared = aRe * aRe + aIm * aIm;
        double re = aRe / squared;
        double im = -aIm / squared;
        return new CameraMove(re, im, -(re * bRe - im * bIm), -(re * bIm + im * bRe));
    }

    CameraMove after(CameraMove earlier) {
        return new CameraMove(aRe * earlier.aRe - aIm * earlier.aIm, aRe * earlier.aIm + aIm * earlier.aRe,
                x(earlier.bRe, earlier.bIm), y(earlier.bRe, earlier.bIm));
    }

    /** The same move of a picture that is resized by that factor; pixel centres lie at whole numbers. */
    CameraMove resized(double factor) {
        double half = (factor - 1) / 2;
        return new CameraMove(aRe, aIm, factor * bRe + half - (aRe * half - aIm * half),
                factor * bIm + half - (aIm * half + aRe * half));
    }

    /** As a 2 x 3 matrix of doubles. */
    Mat matrix() {
        Mat matrix = new Mat(2, 3, opencv_core.CV_64FC1);
        try (DoubleIndexer cells = matrix.createIndexer()) {
            cells.put(0, 0, aRe).put(0, 1, -aIm).put(0, 2, bRe);
            cells.put(1, 0, aIm).put(1, 1, aRe).put(1, 2, bIm);
        }
        return matrix;
    }

    static CameraMove of(Mat matrix) {
        try (DoubleIndexer cells = matrix.createIndexer()) {
            return new CameraMove(cells.get(0, 0), cells.get(1, 0), cells.get(0, 2), cells.get(1, 2));
        }
    }
}
