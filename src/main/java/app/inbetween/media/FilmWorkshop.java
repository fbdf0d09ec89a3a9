package app.inbetween.media;

import java.awt.image.BufferedImage;
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

    public void drawPoster(Path film, Path jpeg) {
        new Poster(ffmpeg()).draw(film, jpeg);
    }

    public void drawPreview(Path film, Path mp4) {
        new Preview(ffmpeg()).draw(film, mp4);
    }

    public BufferedImage firstFrame(Path film) {
        return new VideoFrames(ffmpeg()).first(film);
    }

    public BufferedImage lastFrame(Path film) {
        return new VideoFrames(ffmpeg()).last(film);
    }

    private synchronized Ffmpeg ffmpeg() {
        if (ffmpeg == null) {
            ffmpeg = new Ffmpeg();
        }
        return ffmpeg;
    }
}
