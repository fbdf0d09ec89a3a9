package app.inbetween.media;

import java.nio.file.Path;

import jakarta.enterprise.context.ApplicationScoped;

/** Everything that is done to a finished film. The programs it takes are unpacked when they are first needed. */
@ApplicationScoped
public class FilmWorkshop {

    private Ffmpeg ffmpeg;

    /** @throws UnplayableVideoException if the file is not a film that plays */
    public VideoFacts facts(Path film) {
        return new VideoProbe(ffmpeg()).facts(film);
    }

    /** Begins to draw what takes a while; the facts are those of {@link #facts}. */
    public Drawing poster(Path film, VideoFacts facts, Path jpeg) {
        return new Poster(ffmpeg()).begin(film, facts, jpeg);
    }

    /** As {@link #poster}. */
    public Drawing preview(Path film, VideoFacts facts, Path mp4) {
        return new Preview(ffmpeg()).begin(film, facts, mp4);
    }

    public VideoFrames.Ends ends(Path film, VideoFacts facts) {
        return new VideoFrames(ffmpeg()).ends(film, facts);
    }

    private synchronized Ffmpeg ffmpeg() {
        if (ffmpeg == null) {
            ffmpeg = new Ffmpeg();
        }
        return ffmpeg;
    }
}
