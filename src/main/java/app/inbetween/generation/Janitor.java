package app.inbetween.generation;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.frame.OrphanFrames;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoProvider;
import app.inbetween.storage.BlobStore;
import app.inbetween.storage.BlobStore.Blob;
import app.inbetween.storage.Scratch;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Removes stored files that no row refers to: what a crash left between storing and settling. */
@ApplicationScoped
class Janitor {

    private static final int BATCH = 500;

    @Inject
    ModelCatalog catalog;
    @Inject
    BlobStore blobs;
    @Inject
    Scratch scratch;
    @Inject
    OrphanFrames orphanFrames;
    @Inject
    GenerationConfig config;
    @Inject
    java.time.Clock clock;

    @Scheduled(every = "{inbetween.generation.janitor-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        try {
            // A file younger than this may belong to a film that is about to be settled.
            sweep(clock.instant().minus(config.orphanGrace()));
        } catch (IOException e) {
            Log.errorf(e, "The store could not be swept");
        }
    }

    /** @throws IOException if the store cannot be read */
    void sweep(Instant olderThan) throws IOException {
        scratch.sweep(olderThan);
        blobs.removeUnfinished(olderThan);
        orphanFrames.sweep(olderThan);
        for (VideoProvider provider : catalog.providers()) {
            provider.sweep(olderThan);
        }
        for (String prefix : List.of(Delivery.VIDEOS, PostProduction.POSTERS, PostProduction.PREVIEWS)) {
            sweep(prefix, olderThan);
        }
    }

    private void sweep(String prefix, Instant olderThan) throws IOException {
        List<String> batch = new ArrayList<>();
        try (Stream<Blob> stored = blobs.list(prefix)) {
            for (Blob blob : (Iterable<Blob>) stored.filter(blob -> blob.stored().isBefore(olderThan))::iterator) {
                batch.add(blob.key());
                if (batch.size() == BATCH) {
                    deleteUnused(batch);
                    batch.clear();
                }
            }
        }
        deleteUnused(batch);
    }

    private void deleteUnused(List<String> keys) throws IOException {
        if (keys.isEmpty()) {
            return;
        }
        Set<String> used = QuarkusTransaction.requiringNew().call(() -> new HashSet<>(Video.keysInUse(keys)));
        for (String key : keys) {
            if (!used.contains(key)) {
                Log.infof("Removed %s, which nothing refers to", key);
                blobs.delete(key);
            }
        }
    }
}
