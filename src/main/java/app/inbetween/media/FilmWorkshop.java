package app.inbetween.media;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;

/** Everything that is done to a finished film. The programs it takes are unpacked when they are first needed. */
@ApplicationScoped
public class FilmWorkshop {

    private Ffmpeg ffmpeg;
    private final AtomicReference<FirstLook> ready = new AtomicReference<>();

    /**
     * Takes little time: the file is whole, and its first picture can be decoded.
     *
     * @throws UnplayableVideoException if the file is not a film that plays
     */
    public VideoFacts facts(Path film) {
        return new VideoProbe(ffmpeg()).facts(film);
    }

    /** The same of a film that is about to come. The caller closes what it gets. */
    public FirstLook expect() {
        FirstLook look = ready.getAndSet(null);
        return look == null ? new VideoProbe(ffmpeg()).expect() : look;
    }

    /** Has a program wait for the film that comes next, so that nobody waits for its start; it takes some 15 MB meanwhile. */
    public void getReady() {
        if (ready.get() == null) {
            try {
                keep(new VideoProbe(ffmpeg()).expect());
            } catch (FfmpegException e) {
                Log.warnf(e, "No program waits for the next film: it is started when that comes");
            }
        }
    }

    private void keep(FirstLook look) {
        if (!ready.compareAndSet(null, look)) {
            look.close();
        }
    }

    @PreDestroy
    void close() {
        FirstLook look = ready.getAndSet(null);
        if (look != null) {
            look.close();
        }
    }

    /** Begins to draw what takes a while; the facts are those of {@link #facts}. */
    public Drawing poster(Path film, VideoFacts facts, Path jpeg) {
        return new Poster(ffmpeg()).begin(film, facts, jpeg);
    }

    /** As {@link #poster}. */
    public Drawing preview(Path film, VideoFacts facts, Path mp4) {
        return new Preview(ffmpeg()).begin(film, facts, mp4);
    }

    /** @throws UnplayableVideoException if it cannot be decoded */
    public VideoFrames.Ends ends(Path film, VideoFacts facts) {
        try {
            return new VideoFrames(ffmpeg()).ends(film, facts);
        } catch (FfmpegException e) {
            throw judged(e);
        }
    }

    private static RuntimeException judged(FfmpegException e) {
        return e.isOfTheFilm() ? new UnplayableVideoException("The film cannot be decoded.", e) : e;
    }

    private synchronized Ffmpeg ffmpeg() {
        if (ffmpeg == null) {
            ffmpeg = new Ffmpeg();
        }
        return ffmpeg;
    }
}
