package app.inbetween.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One child process: closing it kills it if it still runs. */
public class RunningProgram implements AutoCloseable {

    private static final int REMEMBERED_COMPLAINT = 4_000;

    private final Process process;
    private final CompletableFuture<String> complaint = new CompletableFuture<>();

    RunningProgram(Process process) {
        this.process = process;
        daemon("stderr", () -> complaint.complete(tail(process.getErrorStream())));
    }

    public OutputStream input() {
        return process.getOutputStream();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Everything the program prints until it ends well. */
    byte[] output(Duration limit) {
        closeQuietly(input());
        return printed(limit);
    }

    /** The same of a program that reads the file from its standard input, or as much of it as it wants. */
    byte[] output(Duration limit, Path read) {
        daemon("stdin", () -> feed(read));
        return printed(limit);
    }

    private byte[] printed(Duration limit) {
        CompletableFuture<byte[]> printed = new CompletableFuture<>();
        daemon("stdout", () -> printed.complete(all(process.getInputStream())));
        await(limit);
        return printed.join();
    }

    /**
     * Waits for the program to end well.
     *
     * @throws FfmpegException if it fails or is not done within the limit; it is dead then
     */
    public void await(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                close();
                throw new FfmpegException("ffmpeg was stopped after " + limit.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new FfmpegException("ffmpeg was interrupted", e);
        }
        // Not closed here: even after its end, that would take away what has not been read of its output yet.
        if (process.exitValue() != 0) {
            throw new FfmpegException("ffmpeg failed: " + complaint(), process.exitValue());
        }
    }

    /** The end of what the program said on its standard error; waits for the program to finish. */
    public String complaint() {
        return complaint.join().strip();
    }

    /** Kills the program, and waits so that nobody else holds its files any more. */
    @Override
    public void close() {
        // Of a program that has ended this would close the streams under whoever still reads them.
        if (process.isAlive()) {
            process.destroyForcibly();
        }
        process.onExit().join();
    }

    private static void daemon(String stream, Runnable reading) {
        Thread thread = new Thread(reading, "ffmpeg-" + stream);
        thread.setDaemon(true);
        thread.start();
    }

    private void feed(Path file) {
        try (OutputStream input = input()) {
            Files.copy(file, input);
        } catch (IOException e) {
            // It has seen enough; and if the file cannot be read, it misses what it needs, and says so.
        }
    }

    private static byte[] all(InputStream stream) {
        try (stream) {
            return stream.readAllBytes();
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static String tail(InputStream stream) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] chunk = new byte[REMEMBERED_COMPLAINT];
        try (stream) {
            for (int read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
                if (kept.size() > REMEMBERED_COMPLAINT) {
                    kept.reset();
                }
                kept.write(chunk, 0, read);
            }
        } catch (IOException e) {
            // A killed program closes its streams under the reader.
        }
        return kept.toString(StandardCharsets.UTF_8);
    }

    private static void closeQuietly(OutputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
