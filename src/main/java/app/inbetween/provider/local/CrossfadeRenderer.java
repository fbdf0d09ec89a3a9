package app.inbetween.provider.local;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;

import app.inbetween.media.Ffmpeg;

/** Fades from the first still to the last. */
public class CrossfadeRenderer implements Renderer {

    private final Filming filming;

    public CrossfadeRenderer(Ffmpeg ffmpeg) {
        this.filming = new Filming(ffmpeg, (shot, first, last, hands) -> () -> new Crossfade(first.bytes(), last.bytes()));
    }

    @Override
    public void render(Shot shot, Path film, ProgressListener listener, BooleanSupplier cancelled) {
        filming.film(shot, film, listener, cancelled);
    }
}
