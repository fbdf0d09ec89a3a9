package app.inbetween.provider.local;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_64FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.extractChannel;
import static org.bytedeco.opencv.global.opencv_core.transform;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_NEAREST;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.sepFilter2D;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Size;

import app.inbetween.media.Dimensions;

/**
 * A picture as film keeps it: BT.709, limited range, chroma at half size and sited to the left (4:2:0). All planes 8 bit.
 *
 * @param blue the difference of blue, half as wide and high as luma
 * @param red the difference of red, likewise
 */
record Yuv(Mat luma, Mat blue, Mat red) {

    /** Rows give Y, U, V from B, G, R and 1. */
    private static final double[] BT709 = {
            0.0722 * 219 / 255, 0.7152 * 219 / 255, 0.2126 * 219 / 255, 16,
            0.5 * 224 / 255, -0.385428 * 224 / 255, -0.114572 * 224 / 255, 128,
            -0.045847 * 224 / 255, -0.454153 * 224 / 255, 0.5 * 224 / 255, 128 };

    static Yuv of(BufferedImage image) {
        Mat yuv = new Mat();
        Mat weights = new Mat(3, 4, CV_64FC1);
        new DoublePointer(weights.data()).put(BT709);
        transform(bgr(image), yuv, weights);
        Mat luma = new Mat();
        extractChannel(yuv, luma, 0);
        return new Yuv(luma, halved(yuv, 1), halved(yuv, 2));
    }

    /** How many bytes the planes Y, U and V take, one after the other. */
    static int bytes(Dimensions size) {
        return size.width() * size.height() * 3 / 2;
    }

    /** The planes Y, U and V, one after the other. */
    byte[] bytes() {
        int pixels = (int) luma.total();
        byte[] bytes = new byte[pixels * 3 / 2];
        luma.data().get(bytes, 0, pixels);
        blue.data().get(bytes, pixels, pixels / 4);
        red.data().get(bytes, pixels + pixels / 4, pixels / 4);
        return bytes;
    }

    private static Mat halved(Mat yuv, int channel) {
        Mat full = new Mat();
        extractChannel(yuv, full, channel);
        Mat smooth = new Mat();
        sepFilter2D(full, smooth, -1, row(0.25, 0.5, 0.25), row(0.5, 0.5), new Point(1, 0), 0, BORDER_REPLICATE);
        Mat half = new Mat();
        resize(smooth, half, new Size(full.cols() / 2, full.rows() / 2), 0, 0, INTER_NEAREST);
        return half;
    }

    private static Mat row(double... values) {
        Mat row = new Mat(1, values.length, CV_64FC1);
        new DoublePointer(row.data()).put(values);
        return row;
    }

    private static Mat bgr(BufferedImage image) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        copy.createGraphics().drawImage(image, 0, 0, null);
        Mat mat = new Mat(image.getHeight(), image.getWidth(), CV_8UC3);
        new BytePointer(mat.data()).put(((DataBufferByte) copy.getRaster().getDataBuffer()).getData());
        return mat;
    }
}
