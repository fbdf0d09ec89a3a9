package app.inbetween.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.media.Darkroom;
import app.inbetween.storage.BlobStore;
import app.inbetween.storage.Scratch;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Takes in a picture: checked, turned upright, stripped of everything but what is seen, and stored once. */
@ApplicationScoped
public class FrameUpload {

    @Inject
    FrameConfig config;
    @Inject
    Darkroom darkroom;
    @Inject
    BlobStore blobs;
    @Inject
    Scratch scratch;
    @Inject
    Clock clock;

    /**
     * @param uploadedFile stays the caller's
     * @param clientName as the browser sent it; anything
     * @return the person's frame of this picture: the same one if it was uploaded before
     * @throws app.inbetween.media.UnreadablePictureException if it is not a picture we take, with a sentence for its owner
     */
    public Frame store(UUID owner, Path uploadedFile, String clientName) {
        try (Prints prints = new Prints(scratch.file("frame-", ".upload"), scratch.file("thumbnail-", ".jpg"))) {
            Content content = darkroom.develop(uploadedFile, config.limits(), prints::make);
            return keep(owner, content, prints, FileName.of(clientName));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Frame keep(UUID owner, Content content, Prints prints, FileName name) throws IOException {
        // First the bytes, then the row: a crash between them leaves orphans, which are swept, and never an empty frame.
        blobs.put(content.key(), prints.picture());
        blobs.put(content.thumbnailKey(), prints.thumbnail());
        Frame frame = QuarkusTransaction.requiringNew().call(() -> Frame.keep(owner, content, name, clock.instant()));
        // The same picture may have been an orphan, and swept, right before the row was there to keep it.
        putIfMissing(content.key(), prints.picture());
        putIfMissing(content.thumbnailKey(), prints.thumbnail());
        return frame;
    }

    private void putIfMissing(String key, Path file) throws IOException {
        if (blobs.find(key).isEmpty()) {
            blobs.put(key, file);
        }
    }
}
