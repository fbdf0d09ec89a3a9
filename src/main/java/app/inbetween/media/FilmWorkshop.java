package app.inbetween.media;

import java.nio.file.Path;

import jakarta.enterprise.context.ApplicationScoped;

/** Everything that is done to a finished film. The programs it takes are unpacked when they are first needed. */
@ApplicationScoped
public class FilmWorkshop {

    private Ffmpeg ffmpeg;

    /**
     * Takes little time: the file is whole, and its first picture can be decoded.
     *
     * @throws UnplayableVideoException if the file is not a film that plays
     */
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
