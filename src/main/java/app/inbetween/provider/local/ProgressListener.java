package app.inbetween.provider.local;

/** Hears of every frame that is drawn. */
@FunctionalInterface
public interface ProgressListener {

    void drawn(int frames, int ofFrames);
}
