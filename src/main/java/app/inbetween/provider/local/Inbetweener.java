package app.inbetween.provider.local;

/** Draws frames by moving both stills to where they meet, and showing of each what is visible then. */
class Inbetweener implements Drawing {

    private final Motion motion;
    private final Still first;
    private final Still last;
    private final Tracing fromFirst;
    private final Tracing fromLast;
    private final Weaver luma;
    private final Weaver chroma;
    private final float[] share;

    Inbetweener(Still first, Still last, Motion motion) {
        this.motion = motion;
        this.first = first;
        this.last = last;
        this.fromFirst = new Tracing(motion.grid(), motion.forward());
        this.fromLast = new Tracing(motion.grid(), motion.backward());
        this.luma = new Weaver(motion.grid(), false);
        this.chroma = new Weaver(motion.grid(), true);
        this.share = new float[motion.grid().framedCells()];
    }

    @Override
    public void draw(double progress, byte[] frame) {
        CameraMove done = motion.camera().at(progress);
        fromFirst.trace(done.inverse(), (float) progress);
        fromLast.trace(done.after(motion.camera().inverse()).inverse(), (float) (1 - progress));
        share((float) progress);
        luma.draw(first.luma(), fromFirst, last.luma(), fromLast, share, frame, 0);
        int pixels = (int) motion.grid().picture().pixels();
        chroma.draw(first.chroma(), fromFirst, last.chroma(), fromLast, share, frame, pixels);
    }

    /** The part of the last still in each cell. */
    private void share(float time) {
        float[] before = fromFirst.visibility();
        float[] after = fromLast.visibility();
        for (int i = 0; i < share.length; i++) {
            share[i] = time * after[i] / ((1 - time) * before[i] + time * after[i]);
        }
    }
}
