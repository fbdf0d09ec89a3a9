package app.inbetween.provider.local;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Draws films on this machine's processor. */
public interface Renderer {

    /**
     * Writes an H.264 film in an MP4 file; the file appears when it is complete, never before.
     *
     * @param cancelled asked before every frame
     * @throws CancellationException if cancelled or interrupted; no file is left then
     */
    void render(Shot shot, Path film, ProgressListener listener, BooleanSupplier cancelled);
}
