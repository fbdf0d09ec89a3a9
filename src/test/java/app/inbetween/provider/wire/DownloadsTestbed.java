package app.inbetween.provider.wire;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import io.vertx.core.Vertx;

/** Downloads from a server of our own, and where the film goes. */
abstract class DownloadsTestbed {

    @TempDir
    Path directory;

    FilmServer server;
    Downloads downloads;

    private final Vertx vertx = Vertx.vertx();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);

    @BeforeEach
    void start() throws IOException {
        server = new FilmServer();
        downloads = downloads(new Downloads.Limits(1 << 20, Duration.ofSeconds(20), Duration.ofSeconds(10)));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    final Downloads downloads(Downloads.Limits limits) {
        return new Downloads(new Wire(vertx), clock, new Destinations(), limits);
    }

    final void fetch(String target) throws IOException {
        URI origin = server.origin();
        downloads.fetch(origin.resolve(target), new ResultHosts(List.of("films.example"), Optional.of(origin)), film());
    }

    final Path film() {
        return directory.resolve("film.mp4");
    }
}
