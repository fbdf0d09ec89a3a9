package app.inbetween.provider.local;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;

import app.inbetween.media.Ffmpeg;

/** Turns a shot into a film, frame by frame: the stills themselves at both ends, drawings in between. */
class Filming {

    /** A way to draw what is between two stills. */
    interface Method {

        Drawing prepare(Shot shot, Yuv first, Yuv last);
    }

    private final Ffmpeg ffmpeg;
    private final Method method;

    Filming(Ffmpeg ffmpeg, Method method) {
        this.ffmpeg = ffmpeg;
        this.method = method;
    }

    void film(Shot shot, Path film, ProgressListener listener, BooleanSupplier cancelled) {
        // The scope frees all native memory of this film at once, however it ends.
        try (PointerScope scope = new PointerScope()) {
            Yuv first = Yuv.of(shot.first());
            Yuv last = Yuv.of(shot.last());
            film(shot, first, last, film, listener, cancelled);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The film was interrupted.");
        }
    }

    private void film(Shot shot, Yuv first, Yuv last, Path film, ProgressListener listener, BooleanSupplier cancelled)
            throws InterruptedException {
        try (FilmWriter writer = new FilmWriter(ffmpeg, shot, Grain.quantiser(first, last), film)) {
            Drawing drawing = method.prepare(shot, first, last);
            BytePointer planes = new BytePointer(Yuv.bytes(shot.size()));
            for (int frame = 0; frame < shot.frames(); frame++) {
                requireWanted(cancelled);
                draw(shot, frame, first, last, drawing, planes);
                byte[] buffer = writer.buffer();
                planes.get(buffer);
                writer.append(buffer);
                listener.drawn(frame + 1, shot.frames());
            }
            writer.finish();
        }
    }

    private static void draw(Shot shot, int frame, Yuv first, Yuv last, Drawing drawing, BytePointer planes) {
        if (frame == 0) {
            first.to(planes);
        } else if (frame == shot.frames() - 1) {
            last.to(planes);
        } else {
            drawing.draw(shot.progress(frame), planes);
        }
    }

    private static void requireWanted(BooleanSupplier cancelled) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("The film was cancelled.");
        }
    }
}
