package app.inbetween.frame;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.storage.BlobStore;
import app.inbetween.storage.BlobStore.Blob;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Stored pictures that no frame refers to: what a crash left between storing and recording. */
@ApplicationScoped
public class OrphanFrames {

    private static final int BATCH = 500;

    @Inject
    BlobStore blobs;

    /**
     * Removes them.
     *
     * @param olderThan younger ones may belong to an upload that is about to be recorded
     * @return how many were removed
     */
    public int sweep(Instant olderThan) throws IOException {
        return sweep(Content.FRAMES, olderThan) + sweep(Content.THUMBNAILS, olderThan);
    }

    private int sweep(String prefix, Instant olderThan) throws IOException {
        int removed = 0;
        List<String> batch = new ArrayList<>();
        try (Stream<Blob> stored = blobs.list(prefix)) {
            for (Blob blob : (Iterable<Blob>) stored.filter(blob -> blob.stored().isBefore(olderThan))::iterator) {
                batch.add(blob.key());
                if (batch.size() == BATCH) {
                    removed += removeOrphans(batch, olderThan);
                    batch.clear();
                }
            }
        }
        return removed + removeOrphans(batch, olderThan);
    }

    private int removeOrphans(List<String> keys, Instant olderThan) throws IOException {
        List<String> hashes = keys.stream().map(Content::sha256).toList();
        Set<String> used = QuarkusTransaction.requiringNew().call(() -> Frame.contentsInUse(hashes));
        int removed = 0;
        for (String key : keys) {
            if (!used.contains(Content.sha256(key)) && remove(key, olderThan)) {
                removed++;
            }
        }
        return removed;
    }

    /** Looks once more, now that no upload can come in between. */
    private boolean remove(String key, Instant olderThan) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Frame.lock(Content.sha256(key));
            Optional<Blob> orphan = blobs.find(key).filter(blob -> blob.stored().isBefore(olderThan))
                    .filter(blob -> Frame.contentsInUse(List.of(Content.sha256(key))).isEmpty());
            if (orphan.isPresent()) {
                blobs.delete(key);
                Log.infof("Removed %s, which no frame refers to", key);
            }
            return orphan.isPresent();
        });
    }
}
