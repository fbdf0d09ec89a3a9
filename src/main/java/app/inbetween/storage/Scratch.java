package app.inbetween.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Room for files that are being worked on. What a crash leaves there is swept up later. */
@ApplicationScoped
public class Scratch {

    @Inject
    ScratchConfig config;

    /** A path nobody else uses; the file does not exist yet, and whoever asked for it removes it. */
    public Path file(String prefix, String suffix) throws IOException {
        return Files.createDirectories(config.directory()).toAbsolutePath().resolve(prefix + UUID.randomUUID() + suffix);
    }

    /** Removes what has not been touched since. */
    public void sweep(Instant untouchedSince) throws IOException {
        if (!Files.isDirectory(config.directory())) {
            return;
        }
        try (Stream<Path> files = Files.list(config.directory())) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(untouchedSince)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
