package app.inbetween.provider.local;

import java.util.function.Supplier;

import org.bytedeco.javacpp.BytePointer;

/** Knows the picture at any moment between two stills. Used by one thread at a time. */
interface Drawing {

    /**
     * Draws one frame.
     *
     * @param progress greater than 0 (the first still), less than 1 (the last)
     * @param planes room for the planes Y, U and V, as {@link Yuv} describes them
     */
    void draw(double progress, BytePointer planes);

    /** A way to draw what is between two stills. */
    interface Method {

        /** What gives every thread a drawing of its own. Native memory belongs to the scope this is called in. */
        Supplier<Drawing> prepare(Shot shot, Yuv first, Yuv last, Hands hands);
    }
}
