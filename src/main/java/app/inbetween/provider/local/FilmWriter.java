package app.inbetween.provider.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import app.inbetween.media.Ffmpeg;
import app.inbetween.media.FfmpegException;
import app.inbetween.media.RunningProgram;

/** Encodes frames while the next ones are being drawn. */
class FilmWriter implements AutoCloseable {

    private static final Duration FINISHING = Duration.ofMinutes(1);
    private static final byte[] END = new byte[0];

    private final Path film;
    private final Path unfinished;
    private final RunningProgram encoder;
    private final BlockingQueue<byte[]> empty = new ArrayBlockingQueue<>(4);
    private final BlockingQueue<byte[]> drawn = new ArrayBlockingQueue<>(4);
    private final Thread feeder = new Thread(this::feed, "film-writer");

    FilmWriter(Ffmpeg ffmpeg, Shot shot, int quantiser, Path film) {
        this.film = film.toAbsolutePath();
        this.unfinished = this.film.resolveSibling("." + UUID.randomUUID() + ".mp4");
        this.encoder = ffmpeg.start(arguments(shot, Integer.toString(quantiser)));
        for (int i = 0; i < 3; i++) {
            empty.add(new byte[Yuv.bytes(shot.size())]);
        }
        feeder.setDaemon(true);
        feeder.start();
    }

    private List<String> arguments(Shot shot, String quantiser) {
        String rate = Integer.toString(shot.frameRate());
        return List.of("-f", "rawvideo", "-pix_fmt", "yuv420p", "-color_range", "tv", "-colorspace", "bt709",
                "-color_primaries", "bt709", "-color_trc", "bt709",
                "-video_size", shot.size().width() + "x" + shot.size().height(), "-framerate", rate, "-i", "pipe:0",
                // One quantiser for all frames: both stills stay sharp, and nothing pumps in between.
                "-c:v", "libopenh264", "-rc_mode", "bitrate", "-b:v", "20M", "-qmin", quantiser, "-qmax", quantiser, "-g", rate,
                // The encoder is sparing with what has hardly changed; the last still is to be as good as the first.
                "-force_key_frames", "expr:eq(n," + (shot.frames() - 1) + ")",
                "-movflags", "+faststart", "-f", "mp4", "file:" + unfinished);
    }

    /** A buffer for the planes of one frame; it is the caller's until handed to {@link #append}. */
    byte[] buffer() throws InterruptedException {
        for (byte[] buffer = empty.poll();; buffer = empty.poll(100, TimeUnit.MILLISECONDS)) {
            if (buffer != null) {
                return buffer;
            }
            if (!feeder.isAlive()) {
                throw new FfmpegException("The film could not be encoded: " + encoder.complaint());
            }
        }
    }

    void append(byte[] planes) {
        drawn.add(planes);
    }

    /** Waits for the last frame to be encoded; only then the film is there. */
    void finish() throws InterruptedException {
        drawn.add(END);
        feeder.join();
        awaitEncoder();
        try {
            Files.move(unfinished, film, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitEncoder() throws InterruptedException {
        try {
            encoder.await(FINISHING);
        } catch (FfmpegException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw e;
        }
    }

    private void feed() {
        try (OutputStream input = encoder.input()) {
            for (byte[] planes = drawn.take(); planes != END; planes = drawn.take()) {
                input.write(planes);
                empty.add(planes);
            }
        } catch (IOException e) {
            // The encoder is gone; whoever waits for a buffer or for the end hears its complaint.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops encoding; nothing is left of a film that was not finished. */
    @Override
    public void close() {
        encoder.close();
        feeder.interrupt();
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
