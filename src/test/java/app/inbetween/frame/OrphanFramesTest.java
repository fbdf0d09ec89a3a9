package app.inbetween.frame;

import static app.inbetween.media.TestPictures.png;
import static app.inbetween.media.TestPictures.quarters;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.inbetween.account.People;
import app.inbetween.media.TestPictures;
import app.inbetween.storage.BlobStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class OrphanFramesTest {

    private static final String HASH = "ab".repeat(32);

    @Inject
    OrphanFrames orphans;
    @Inject
    FrameUpload upload;
    @Inject
    BlobStore blobs;
    @Inject
    People people;
    @TempDir
    Path files;

    @Test
    void whatNoFrameRefersToIsRemovedOnceOldAndNothingElse() throws IOException {
        Frame frame = upload.store(people.register("ben").id, picture(110), "kept.png");
        Path orphan = Files.writeString(files.resolve("orphan"), "orphan");
        for (String key : new String[] { "frames/" + HASH + ".png", "thumbnails/" + HASH + ".jpg", "test/other.png" }) {
            blobs.put(key, orphan);
        }

        orphans.sweep(Instant.now().minusSeconds(3600));

        assertThat(blobs.find("frames/" + HASH + ".png")).isPresent();

        int removed = orphans.sweep(Instant.now().plusSeconds(3600));

        assertThat(removed).isGreaterThanOrEqualTo(2);
        assertThat(blobs.find("frames/" + HASH + ".png")).isEmpty();
        assertThat(blobs.find("thumbnails/" + HASH + ".jpg")).isEmpty();
        assertThat(blobs.find("test/other.png")).isPresent();
        assertThat(blobs.find(frame.key())).isPresent();
        assertThat(blobs.find(frame.thumbnailKey())).isPresent();
    }

    @Test
    void aPictureUploadedWhileItsOrphanIsSweptIsKept() throws Exception {
        Path picture = picture(111);
        Frame frame = upload.store(people.register("ben").id, picture, "a.png");
        ExecutorService sweeper = Executors.newSingleThreadExecutor();

        for (int i = 0; i < 15; i++) {
            // As if the process had died before the row was written.
            QuarkusTransaction.requiringNew().run(() -> Frame.delete("sha256", frame.sha256));
            Future<Integer> sweeping = sweeper.submit((Callable<Integer>) () -> orphans.sweep(Instant.now().plusSeconds(3600)));
            Frame again = upload.store(people.register("cleo").id, picture, "b.png");
            sweeping.get();

            assertThat(blobs.find(again.key())).isPresent();
            assertThat(blobs.find(again.thumbnailKey())).isPresent();
        }
        sweeper.shutdown();
    }

    private Path picture(int width) {
        return TestPictures.write(files, "upload", png(quarters(width, 80)));
    }
}
