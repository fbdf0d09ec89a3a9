package app.inbetween.generation;

import java.io.IOException;
import java.nio.file.Files;

import app.inbetween.provider.VideoRequest;

/** A request whose two frames lie ready as files, until it is closed. */
record PreparedRequest(VideoRequest request) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(request.firstFrame());
        Files.deleteIfExists(request.lastFrame());
    }
}
