package app.inbetween.generation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A provider whose clips are never done, and that remembers when it was asked after which. */
final class Questioned implements AutoCloseable {

    private static final String AFTER = "/api/v3/predictions/";

    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    private final Map<String, List<Instant>> asked = new ConcurrentHashMap<>();
    private final HttpServer server;

    Questioned() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** When it was asked after each clip, in the order of asking. */
    Map<String, List<Instant>> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        Instant now = Instant.now();
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith(AFTER)) {
            asked.computeIfAbsent(path.substring(AFTER.length()).split("/")[0], id -> new CopyOnWriteArrayList<>()).add(now);
        }
        byte[] body = "{\"code\":200,\"message\":\"success\",\"data\":{\"status\":\"processing\",\"outputs\":[]}}"
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
