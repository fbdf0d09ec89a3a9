package app.inbetween.provider.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/** The content of an answer as it arrives, piece by piece, and no faster than it is taken. */
final class Body {

    private static final Object END = new Object();

    private final BlockingQueue<Object> pieces = new LinkedBlockingQueue<>();
    private final HttpClientResponse response;
    private final Context context = Vertx.currentContext();

    /** To be made where the response is handed over, before any of it gets lost. */
    Body(HttpClientResponse response) {
        this.response = response.pause();
        response.handler(pieces::add);
        response.exceptionHandler(pieces::add);
        response.endHandler(end -> pieces.add(END));
    }

    /** What is small enough to be kept in memory. */
    static Future<Buffer> whole(HttpClientResponse response, int most) {
        Promise<Buffer> whole = Promise.promise();
        Buffer read = Buffer.buffer();
        response.handler(part -> {
            read.appendBuffer(part);
            if (read.length() > most) {
                response.request().reset();
                whole.tryFail("the answer is larger than " + most + " bytes");
            }
        });
        response.exceptionHandler(whole::tryFail);
        response.endHandler(end -> whole.tryComplete(read));
        return whole.future();
    }

    HttpClientResponse response() {
        return response;
    }

    /**
     * Writes all of it to a file that does not exist yet, and does not exist afterwards if that fails.
     *
     * @param most bytes there may be
     * @param idle how long it may be silent
     * @param deadline in the time of {@link System#nanoTime}
     * @throws TooLargeException if there is more
     * @throws IOException if it breaks off, or takes too long
     * @throws UncheckedIOException if it cannot be written
     */
    void into(Path file, long most, Duration idle, long deadline) throws IOException {
        OutputStream to = created(file);
        try (to) {
            copy(to, most, idle, deadline);
        } catch (IOException | UncheckedIOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static OutputStream created(Path file) {
        try {
            return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(OutputStream out, long most, Duration idle, long deadline) throws IOException {
        long written = 0;
        for (Object piece = next(idle, deadline); piece != END; piece = next(idle, deadline)) {
            if (piece instanceof Throwable failure) {
                throw new IOException("it broke off after " + written + " bytes", failure);
            }
            byte[] bytes = ((Buffer) piece).getBytes();
            written += bytes.length;
            if (written > most) {
                throw new TooLargeException(most);
            }
            write(out, bytes);
        }
    }

    private static void write(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Object next(Duration idle, long deadline) throws IOException {
        long left = deadline - System.nanoTime();
        context.runOnContext(now -> response.fetch(1));
        try {
            Object piece = left <= 0 ? null : pieces.poll(Math.min(left, idle.toNanos()), TimeUnit.NANOSECONDS);
            if (piece == null) {
                throw new IOException(
                        left <= idle.toNanos() ? "it took too long" : "nothing came for " + idle.toSeconds() + " s");
            }
            return piece;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }

    /** More than anybody wants. */
    static final class TooLargeException extends IOException {

        TooLargeException(long most) {
            super("it is larger than " + most + " bytes");
        }
    }
}
