package app.inbetween.provider.local;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_64FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.extractChannel;
import static org.bytedeco.opencv.global.opencv_core.merge;
import static org.bytedeco.opencv.global.opencv_core.split;
import static org.bytedeco.opencv.global.opencv_core.transform;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_NEAREST;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.sepFilter2D;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Size;

import app.inbetween.media.Dimensions;

/**
 * A picture as film keeps it: BT.709, limited range, chroma at half size and sited to the left (4:2:0).
 *
 * @param luma 8 bit, one channel
 * @param chroma 8 bit, two channels (blue and red difference), half as wide and high
 */
record Yuv(Mat luma, Mat chroma) {

    /** Rows give Y, U, V from B, G, R and 1. */
    private static final double[] BT709 = {
            0.0722 * 219 / 255, 0.7152 * 219 / 255, 0.2126 * 219 / 255, 16,
            0.5 * 224 / 255, -0.385428 * 224 / 255, -0.114572 * 224 / 255, 128,
            -0.045847 * 224 / 255, -0.454153 * 224 / 255, 0.5 * 224 / 255, 128 };

    /** Room for a picture. */
    Yuv() {
        this(new Mat(), new Mat());
    }

    static Yuv of(BufferedImage image) {
        Mat yuv = new Mat();
        Mat weights = new Mat(3, 4, CV_64FC1);
        new DoublePointer(weights.data()).put(BT709);
        transform(bgr(image), yuv, weights);
        Mat luma = new Mat();
        extractChannel(yuv, luma, 0);
        MatVector differences = new MatVector(halved(yuv, 1), halved(yuv, 2));
        Mat chroma = new Mat();
        merge(differences, chroma);
        return new Yuv(luma, chroma);
    }

    Dimensions size() {
        return new Dimensions(luma.cols(), luma.rows());
    }

    /** How many bytes the planes Y, U and V take, one after the other. */
    static int bytes(Dimensions size) {
        return size.width() * size.height() * 3 / 2;
    }

    /** Writes the planes of this picture. */
    void to(BytePointer planes) {
        luma.copyTo(lumaIn(planes, size()));
        split(chroma, chromaIn(planes, size()));
    }

    /** The first of the planes, as a matrix that shares its memory. */
    static Mat lumaIn(BytePointer planes, Dimensions size) {
        return new Mat(size.height(), size.width(), CV_8UC1, planes);
    }

    /** The second and third of the planes, as matrices that share their memory. */
    static MatVector chromaIn(BytePointer planes, Dimensions size) {
        int start = size.width() * size.height();
        Mat blue = new Mat(size.height() / 2, size.width() / 2, CV_8UC1, new BytePointer(planes).position(start));
        Mat red = new Mat(size.height() / 2, size.width() / 2, CV_8UC1, new BytePointer(planes).position(start + start / 4));
        return new MatVector(blue, red);
    }

    /** Draws this picture so many times as large. */
    Yuv enlarge(int factor, Yuv into) {
        enlarge(luma, factor, into.luma);
        enlarge(chroma, factor, into.chroma);
        return into;
    }

    private static void enlarge(Mat plane, int factor, Mat into) {
        resize(plane, into, new Size(factor * plane.cols(), factor * plane.rows()), 0, 0, INTER_CUBIC);
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
