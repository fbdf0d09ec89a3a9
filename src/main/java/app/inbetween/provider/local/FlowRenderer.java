package app.inbetween.provider.local;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import app.inbetween.media.Ffmpeg;

/**
 * Moves everything the two stills share from its place in the first to its place in the last: the camera's move first,
 * then what moves besides (dense optical flow). What only one of them shows is uncovered, or fades.
 */
public class FlowRenderer implements Renderer {

    private final Filming filming;

    public FlowRenderer(Ffmpeg ffmpeg) {
        this.filming = new Filming(ffmpeg, FlowRenderer::prepare);
    }

    @Override
    public void render(Shot shot, Path film, ProgressListener listener, BooleanSupplier cancelled) {
        filming.film(shot, film, listener, cancelled);
    }

    static Supplier<Drawing> prepare(Shot shot, Yuv first, Yuv last, Hands hands) {
        Motion motion = new MotionEstimator(shot.seed(), hands).between(first.luma(), last.luma());
        return hands.both(() -> Still.of(first), () -> Still.of(last),
                (before, after) -> () -> new Inbetweener(before, after, motion));
    }
}
