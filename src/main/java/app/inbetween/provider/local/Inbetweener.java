package app.inbetween.provider.local;

import static org.bytedeco.opencv.global.opencv_imgproc.blendLinear;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/** Draws frames by moving both stills to where they meet, and showing of each what is visible then. */
class Inbetweener implements Drawing {

    private final Yuv format;
    private final Motion motion;
    private final MovingStill first;
    private final MovingStill last;
    private final Mat shares;
    private final float[] share;

    Inbetweener(Yuv first, Yuv last, Motion motion) {
        this.format = first;
        this.motion = motion;
        this.first = new MovingStill(first, motion.grid(), motion.forward());
        this.last = new MovingStill(last, motion.grid(), motion.backward());
        this.shares = motion.grid().framed(1);
        this.share = new float[shares.rows() * shares.cols()];
    }

    @Override
    public void draw(double progress, BytePointer planes) {
        try (PointerScope scope = new PointerScope()) {
            CameraMove done = motion.camera().at(progress);
            first.pose(done.inverse(), (float) progress);
            last.pose(done.after(motion.camera().inverse()).inverse(), (float) (1 - progress));
            share(progress);
            blend(first.luma(), last.luma(), motion.grid().grown(shares, false), Yuv.lumaIn(planes, format.size()));
            Mat chroma = new Mat();
            blend(first.chroma(), last.chroma(), motion.grid().grown(shares, true), chroma);
            Yuv.separate(chroma, planes, format.size());
        }
    }

    /** The part of the last still in each cell. */
    private void share(double progress) {
        float[] before = first.visibility();
        float[] after = last.visibility();
        float time = (float) progress;
        for (int i = 0; i < share.length; i++) {
            share[i] = time * after[i] / ((1 - time) * before[i] + time * after[i]);
        }
        new FloatPointer(shares.data()).put(share);
    }

    private static void blend(Mat before, Mat after, Mat share, Mat into) {
        Mat rest = new Mat();
        share.convertTo(rest, -1, -1, 1);
        blendLinear(before, after, rest, share, into);
    }
}
