package app.inbetween.provider.local;

import static org.bytedeco.opencv.global.opencv_core.addWeighted;
import static org.bytedeco.opencv.global.opencv_core.split;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/** One still fades into the other; nothing moves. */
class Crossfade implements Drawing {

    private final Yuv first;
    private final Yuv last;

    Crossfade(Yuv first, Yuv last) {
        this.first = first;
        this.last = last;
    }

    @Override
    public void draw(double progress, BytePointer planes) {
        try (PointerScope scope = new PointerScope()) {
            Mat luma = Yuv.lumaIn(planes, first.size());
            addWeighted(first.luma(), 1 - progress, last.luma(), progress, 0, luma);
            Mat chroma = new Mat();
            addWeighted(first.chroma(), 1 - progress, last.chroma(), progress, 0, chroma);
            split(chroma, Yuv.chromaIn(planes, first.size()));
        }
    }
}
