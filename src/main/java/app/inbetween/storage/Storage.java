package app.inbetween.storage;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;

import io.quarkus.runtime.StartupEvent;

/** Opens the store the configuration asks for, before the first request comes. */
class Storage {

    // Longer than any put takes: other processes may be writing to the same store.
    private static final Duration UNFINISHED_FOR = Duration.ofDays(1);

    @Produces
    @ApplicationScoped
    BlobStore open(StorageConfig config) {
        return switch (config.kind()) {
            case "disk" -> new DiskBlobStore(config.directory());
            default -> throw new StorageException("inbetween.storage.kind is \"" + config.kind()
                    + "\", which Inbetween does not know. Set it to disk.");
        };
    }

    void start(@Observes StartupEvent event, BlobStore store, Clock clock) throws IOException {
        store.removeUnfinished(clock.instant().minus(UNFINISHED_FOR));
    }
}
