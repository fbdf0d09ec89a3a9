package app.inbetween.provider.local;

import static org.bytedeco.opencv.global.opencv_imgproc.blendLinear;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;

/** Draws frames by moving both stills to where they meet, and showing of each what is visible then. */
class Inbetweener implements Drawing {

    private final Motion motion;
    private final MovingStill first;
    private final MovingStill last;
    private final Mat shares;
    private final float[] share;
    private final Mat lumaShares = new Mat();
    private final Mat chromaShares = new Mat();
    private final Mat rest = new Mat();
    private final Mat chromaRest = new Mat();

    /** @param first and last enlarged as much as a {@link MovingStill} wants it */
    Inbetweener(Yuv first, Yuv last, Motion motion) {
        this.motion = motion;
        this.first = new MovingStill(first, motion.grid(), motion.forward());
        this.last = new MovingStill(last, motion.grid(), motion.backward());
        this.shares = motion.grid().framed(1);
        this.share = new float[(int) shares.total()];
    }

    @Override
    public void draw(double progress, BytePointer planes) {
        try (PointerScope scope = new PointerScope()) {
            CameraMove done = motion.camera().at(progress);
            first.pose(done.inverse(), (float) progress);
            last.pose(done.after(motion.camera().inverse()).inverse(), (float) (1 - progress));
            share((float) progress);
            Mat luma = Yuv.lumaIn(planes, motion.grid().picture());
            MatVector chroma = Yuv.chromaIn(planes, motion.grid().picture());
            for (int number = 0; number < motion.grid().bands(); number++) {
                draw(motion.grid().band(number), luma, chroma);
            }
        }
    }

    private void draw(Band band, Mat luma, MatVector chroma) {
        try (PointerScope scope = new PointerScope()) {
            Mat share = band.grown(shares, false, lumaShares);
            share.convertTo(rest, -1, -1, 1);
            blendLinear(first.luma(band), last.luma(band), rest, share, band.of(luma, false));
            share = band.grown(shares, true, chromaShares);
            share.convertTo(chromaRest, -1, -1, 1);
            MatVector before = first.chroma(band);
            MatVector after = last.chroma(band);
            // Channel by channel: for pixels of two channels OpenCV takes many times as long.
            for (int plane = 0; plane < 2; plane++) {
                blendLinear(before.get(plane), after.get(plane), chromaRest, share, band.of(chroma.get(plane), true));
            }
        }
    }

    /** The part of the last still in each cell. */
    private void share(float time) {
        float[] before = first.visibility();
        float[] after = last.visibility();
        for (int i = 0; i < share.length; i++) {
            share[i] = time * after[i] / ((1 - time) * before[i] + time * after[i]);
        }
        new FloatPointer(shares.data()).put(share);
    }
}
