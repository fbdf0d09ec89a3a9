package app.inbetween.provider.local;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;

import app.inbetween.media.Ffmpeg;

/**
 * Moves everything the two stills share from its place in the first to its place in the last: the camera's move first,
 * then what moves besides (dense optical flow). What only one of them shows is uncovered, or fades.
 */
public class FlowRenderer implements Renderer {

    private final Filming filming;

    public FlowRenderer(Ffmpeg ffmpeg) {
        this.filming = new Filming(ffmpeg, (shot, first, last) -> new Inbetweener(first, last,
                new MotionEstimator(shot.seed()).between(first.luma(), last.luma())));
    }

    @Override
    public void render(Shot shot, Path film, ProgressListener listener, BooleanSupplier cancelled) {
        filming.film(shot, film, listener, cancelled);
    }
}
