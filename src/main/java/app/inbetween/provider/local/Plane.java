package app.inbetween.provider.local;

import org.bytedeco.opencv.opencv_core.Mat;

/**
 * One component of a picture, 8 bit, row by row.
 *
 * @param values 0 to 255 each, as unsigned bytes
 */
record Plane(int width, int height, byte[] values) {

    static Plane of(Mat mat) {
        byte[] values = new byte[mat.rows() * mat.cols()];
        mat.data().get(values);
        return new Plane(mat.cols(), mat.rows(), values);
    }
}
