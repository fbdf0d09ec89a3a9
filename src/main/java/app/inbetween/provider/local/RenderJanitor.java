package app.inbetween.provider.local;

import java.io.IOException;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.storage.BlobStore;
import app.inbetween.storage.BlobStore.Blob;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/** Removes films that were drawn and never fetched, as when a clip was sent again after its node had fallen silent. */
@ApplicationScoped
class RenderJanitor {

    @Inject
    Renders renders;
    @Inject
    BlobStore blobs;
    @Inject
    LocalConfig config;

    @Scheduled(every = "{inbetween.generation.janitor-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        try {
            sweep();
        } catch (IOException e) {
            Log.errorf(e, "The drawn films could not be swept");
        }
    }

    void sweep() throws IOException {
        renders.removeOlderThan(config.keep());
        try (Stream<Blob> films = blobs.list(RenderPool.RESULTS)) {
            for (Blob film : (Iterable<Blob>) films::iterator) {
                if (!renders.isKnown(idIn(film))) {
                    blobs.delete(film.key());
                }
            }
        }
    }

    private static UUID idIn(Blob film) {
        return UUID.fromString(film.key().substring(RenderPool.RESULTS.length(), film.key().length() - ".mp4".length()));
    }
}
