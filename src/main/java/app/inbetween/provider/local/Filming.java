package app.inbetween.provider.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

import org.bytedeco.javacpp.PointerScope;

import app.inbetween.media.Ffmpeg;

/** Turns a shot into a film, frame by frame: the stills themselves at both ends, drawings in between. */
class Filming {

    private final Ffmpeg ffmpeg;
    private final Drawing.Method method;

    Filming(Ffmpeg ffmpeg, Drawing.Method method) {
        this.ffmpeg = ffmpeg;
        this.method = method;
    }

    void film(Shot shot, Path film, ProgressListener listener, BooleanSupplier cancelled) {
        // The scope frees all native memory of this film at once, however it ends, and after its threads have.
        try (PointerScope scope = new PointerScope(); Hands hands = new Hands()) {
            Yuv first = Yuv.of(shot.first());
            Yuv last = Yuv.of(shot.last());
            try (FilmWriter writer = new FilmWriter(ffmpeg, shot, Grain.quantiser(first, last), film)) {
                requireWanted(cancelled);
                Frames frames = new Frames(shot, first.bytes(), last.bytes(),
                        method.prepare(shot, first, last, hands));
                write(shot, frames, hands, writer, listener, cancelled);
                writer.finish();
            }
        }
    }

    private static void write(Shot shot, Frames frames, Hands hands, FilmWriter writer, ProgressListener listener,
            BooleanSupplier cancelled) {
        Queue<Future<byte[]>> ahead = new ArrayDeque<>();
        int begun = 0;
        for (int frame = 0; frame < shot.frames(); frame++) {
            while (begun < shot.frames() && ahead.size() < Frames.AHEAD) {
                int next = begun++;
                ahead.add(hands.start(() -> frames.frame(next)));
            }
            requireWanted(cancelled);
            byte[] planes = Hands.result(ahead.remove());
            writer.append(planes);
            frames.recycle(planes);
            listener.drawn(frame + 1, shot.frames());
        }
    }

    private static void requireWanted(BooleanSupplier cancelled) {
        if (Thread.currentThread().isInterrupted() || cancelled.getAsBoolean()) {
            throw new CancellationException("The film was cancelled.");
        }
    }
}
