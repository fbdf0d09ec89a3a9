package app.inbetween.provider.local;

import java.util.function.Supplier;

/** Knows the picture at any moment between two stills. Used by one thread at a time. */
interface Drawing {

    /**
     * Draws one frame.
     *
     * @param progress greater than 0 (the first still), less than 1 (the last)
     * @param frame room for the planes Y, U and V, as {@link Yuv} describes them
     */
    void draw(double progress, byte[] frame);

    /** A way to draw what is between two stills. */
    interface Method {

        /** What gives every thread a drawing of its own. */
        Supplier<Drawing> prepare(Shot shot, Yuv first, Yuv last, Hands hands);
    }
}
