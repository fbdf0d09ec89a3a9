package app.inbetween.provider.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/**
 * Sends requests and waits for the answers. Never sends one twice, never follows a redirect. Vert.x, because it tells the
 * finding of a connection apart from what happens on it, and can be bound to an address that has been looked at.
 */
@ApplicationScoped
public class Wire {

    private static final int CONNECT_MILLIS = 10_000;
    private static final int CONNECTIONS = 64;

    private final HttpClient kept;
    private final HttpClient fresh;

    @Inject
    public Wire(Vertx vertx) {
        kept = vertx.createHttpClient(options().setKeepAlive(true).setKeepAliveTimeout(15), pool());
        fresh = vertx.createHttpClient(options().setKeepAlive(false), pool());
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
     * Sends what must arrive once: over a connection of its own, because one that was kept may be closed by the other side just
     * when the request leaves, and then nobody knows whether it arrived.
     *
     * @throws NotSentException if nothing left this machine
     * @throws IOException if there is no whole answer; the request may have arrived
     */
    public Answer sendOnce(Call call) throws IOException {
        return send(fresh, call);
    }

    private static Answer send(HttpClient client, Call call) throws IOException {
        long deadline = System.nanoTime() + call.patience().toNanos();
        HttpClientRequest request = connect(client, call);
        CompletableFuture<Answer> answer = exchange(request, call).toCompletableFuture();
        try {
            return answer.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
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
            return client.request(options(call)).toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new NotSentException(call + " did not leave: " + e.getCause().getMessage(), e.getCause());
        }
    }

    private static java.util.concurrent.CompletionStage<Answer> exchange(HttpClientRequest request, Call call) {
        return request.send(call.body().map(Buffer::buffer).orElseGet(Buffer::buffer))
                .compose(
                        response -> body(response, call.most()).map(body -> new Answer(response.statusCode(), headers(response),
                                body.getBytes())))
                .toCompletionStage();
    }

    private static io.vertx.core.Future<Buffer> body(HttpClientResponse response, int most) {
        io.vertx.core.Promise<Buffer> whole = io.vertx.core.Promise.promise();
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

    private static Map<String, String> headers(HttpClientResponse response) {
        Map<String, String> headers = new HashMap<>();
        response.headers().forEach(header -> headers.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return Map.copyOf(headers);
    }

    private static RequestOptions options(Call call) {
        boolean secure = call.uri().getScheme().equals("https");
        int port = call.uri().getPort() >= 0 ? call.uri().getPort() : secure ? 443 : 80;
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.valueOf(call.method())).setHost(call.uri().getHost())
                .setPort(port).setSsl(secure).setURI(target(call)).setConnectTimeout(CONNECT_MILLIS);
        call.headers().forEach(options::putHeader);
        call.at().ifPresent(address -> options.setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress())));
        return options;
    }

    private static String target(Call call) {
        String path = call.uri().getRawPath();
        String query = call.uri().getRawQuery();
        return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }

    private static HttpClientOptions options() {
        return new HttpClientOptions().setVerifyHost(true).setConnectTimeout(CONNECT_MILLIS).setSslHandshakeTimeout(10)
                .setDecompressionSupported(true);
    }

    private static PoolOptions pool() {
        return new PoolOptions().setHttp1MaxSize(CONNECTIONS);
    }
}
