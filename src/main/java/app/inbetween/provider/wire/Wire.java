package app.inbetween.provider.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.provider.Clearance;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;

/**
 * Sends requests and waits for the answers. Never sends one twice, never follows a redirect. Vert.x, because it tells the
 * finding of a connection apart from what happens on it, and can be bound to an address that has been looked at.
 */
@ApplicationScoped
public class Wire {

    private final HttpClient kept;
    private final HttpClient fresh;
    private final HttpClient whole;

    @Inject
    public Wire(Vertx vertx) {
        this(vertx, Lines.usual());
    }

    Wire(Vertx vertx, HttpClientOptions lines) {
        kept = vertx.createHttpClient(new HttpClientOptions(lines).setKeepAlive(true).setKeepAliveTimeout(15), Lines.pool());
        fresh = vertx.createHttpClient(new HttpClientOptions(lines).setKeepAlive(false), Lines.pool());
        whole = vertx.createHttpClient(new HttpClientOptions(lines).setKeepAlive(false).setDecompressionSupported(false),
                Lines.pool());
    }

    /**
     * Asks a question, which may go over a connection that is already open.
     *
     * @throws NotSentException if nothing left this machine
     * @throws IOException if there is no whole answer
     */
    public Answer ask(Call call) throws IOException {
        return send(kept, call);
    }

    /**
     * Sends what must arrive once and costs nothing: over a connection of its own, because one that was kept may be closed by
     * the other side just when the request leaves, and then nobody knows whether it arrived.
     *
     * @throws NotSentException if nothing left this machine
     * @throws IOException if there is no whole answer; the request may have arrived
     */
    Answer sendOnce(Call call) throws IOException {
        return send(fresh, call);
    }

    /**
     * The same for what may be billed. The clearance comes last, since a connection may be a while in coming.
     *
     * @throws NotSentException if nothing left this machine
     * @throws IOException if there is no whole answer; the request may have arrived
     */
    Answer sendPaid(Call call, Clearance clearance) throws IOException {
        HttpClientRequest request = connect(fresh, call);
        try {
            clearance.obtain();
        } catch (RuntimeException e) {
            // Whoever has not begun to listen is told in the log that it was reset.
            request.exceptionHandler(reset -> {
            }).reset();
            throw e;
        }
        long deadline = System.nanoTime() + call.patience().toNanos();
        return await(request, exchange(request, call), call, deadline);
    }

    /**
     * Brings what may be large to a file, never whole in memory. Only a 200 is written there, exactly as it came; of any other
     * answer there is status and headers.
     *
     * @param to a path that does not exist yet; if this fails, it still does not
     * @param most bytes there may be
     * @param idle how long the other side may be silent
     * @throws NotSentException if nothing left this machine
     * @throws Body.TooLargeException if there is more
     * @throws IOException if there is no whole answer
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public Answer download(Call call, Path to, long most, Duration idle) throws IOException {
        long deadline = System.nanoTime() + call.patience().toNanos();
        HttpClientRequest request = connect(whole, call.header("Accept-Encoding", "identity"));
        Duration first = call.patience().compareTo(idle) < 0 ? call.patience() : idle;
        Future<Body> begun = exchange(request, call, response -> Future.succeededFuture(new Body(response)));
        Body body = await(request, begun, call, System.nanoTime() + first.toNanos());
        try {
            if (body.response().statusCode() == 200) {
                body.into(to, most, idle, deadline);
            }
            return new Answer(body.response().statusCode(), headers(body.response()), new byte[0]);
        } catch (Body.TooLargeException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("No whole answer to " + call + ": " + e.getMessage(), e);
        } finally {
            request.reset();
        }
    }

    private static Answer send(HttpClient client, Call call) throws IOException {
        long deadline = System.nanoTime() + call.patience().toNanos();
        HttpClientRequest request = connect(client, call);
        return await(request, exchange(request, call), call, deadline);
    }

    private static <T> T await(HttpClientRequest request, Future<T> answer, Call call, long deadline) throws IOException {
        try {
            return answer.toCompletionStage().toCompletableFuture().get(Math.max(1, deadline - System.nanoTime()),
                    TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            request.reset();
            throw new IOException("No answer to " + call + " within " + call.patience().toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            request.reset();
            throw (IOException) new InterruptedIOException("Interrupted while waiting for " + call).initCause(e);
        } catch (ExecutionException e) {
            throw new IOException("No answer to " + call + ": " + e.getCause().getMessage(), e.getCause());
        }
    }

    private static HttpClientRequest connect(HttpClient client, Call call) throws IOException {
        try {
            return client.request(Lines.options(call)).toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new NotSentException(call + " did not leave: " + e.getCause().getMessage(), e.getCause());
        } catch (IllegalArgumentException e) {
            // Its words would hold what is wrong, which may be a key with a line break.
            throw new NotSentException(call + " did not leave: a header or the address is malformed", null);
        }
    }

    private static Future<Answer> exchange(HttpClientRequest request, Call call) {
        return exchange(request, call, response -> Body.whole(response, call.most())
                .map(body -> new Answer(response.statusCode(), headers(response),
                        Secrets.blanked(body.getBytes(), call))));
    }

    /**
     * Listens before it speaks: a short answer may be here and over before the sending returns, and nobody would have heard it.
     */
    private static <T> Future<T> exchange(HttpClientRequest request, Call call,
            Function<HttpClientResponse, Future<T>> listener) {
        Future<T> heard = request.response().compose(listener);
        request.send(call.body().map(Buffer::buffer).orElseGet(Buffer::buffer));
        return heard;
    }

    private static Map<String, String> headers(HttpClientResponse response) {
        Map<String, String> headers = new HashMap<>();
        response.headers().forEach(header -> headers.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return Map.copyOf(headers);
    }
}
