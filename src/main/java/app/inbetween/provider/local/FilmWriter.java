package app.inbetween.provider.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;

import app.inbetween.media.Ffmpeg;
import app.inbetween.media.FfmpegException;
import app.inbetween.media.RunningProgram;

/** Encodes frames as they come. */
class FilmWriter implements AutoCloseable {

    private static final Duration FINISHING = Duration.ofMinutes(1);

    private final Path film;
    private final Path unfinished;
    private final RunningProgram encoder;

    FilmWriter(Ffmpeg ffmpeg, Shot shot, int quantiser, Path film) {
        this.film = film.toAbsolutePath();
        this.unfinished = this.film.resolveSibling("." + UUID.randomUUID() + ".mp4");
        this.encoder = ffmpeg.start(arguments(shot, Integer.toString(quantiser)));
    }

    private List<String> arguments(Shot shot, String quantiser) {
        String rate = Integer.toString(shot.frameRate());
        return List.of("-f", "rawvideo", "-pix_fmt", "yuv420p", "-color_range", "tv", "-colorspace", "bt709",
                "-color_primaries", "bt709", "-color_trc", "bt709",
                "-video_size", shot.size().width() + "x" + shot.size().height(), "-framerate", rate, "-i", "pipe:0",
                // One quantiser for all frames: both stills stay sharp, nothing pumps in between, no blocks to be filtered.
                "-c:v", "libopenh264", "-rc_mode", "bitrate", "-b:v", "20M", "-qmin", quantiser, "-qmax", quantiser,
                "-loopfilter", "0", "-g", rate,
                // The encoder is sparing with what has hardly changed; the last still is to be as good as the first.
                "-force_key_frames", "expr:eq(n," + (shot.frames() - 1) + ")",
                "-movflags", "+faststart", "-f", "mp4", "file:" + unfinished);
    }

    void append(byte[] planes) {
        try {
            encoder.input().write(planes);
        } catch (IOException e) {
            throw new FfmpegException("The film could not be encoded: " + encoder.complaint(), e);
        }
    }

    /** Waits for the last frame to be encoded; only then the film is there. */
    void finish() {
        try {
            encoder.input().close();
            encoder.await(FINISHING);
            Files.move(unfinished, film, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (FfmpegException e) {
            throw Thread.currentThread().isInterrupted() ? new CancellationException("The film was interrupted.") : e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops encoding; nothing is left of a film that was not finished. */
    @Override
    public void close() {
        encoder.close();
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
