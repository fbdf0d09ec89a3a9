package app.inbetween.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskBlobStoreTest extends BlobStoreContract {

    @TempDir
    Path directory;

    @Override
    BlobStore emptyStore() {
        return new DiskBlobStore(directory.resolve("made/when/missing"));
    }

    @Test
    void aNewProcessFindsWhatTheOldOneStored() throws IOException {
        store.put("frames/a.png", file("hello"));

        BlobStore later = emptyStore();

        assertThat(later.find("frames/a.png")).isPresent();
    }

    @Test
    void whatACrashLeftIsNoBlobAndIsRemovedOnceOld() throws IOException {
        Instant crash = Instant.parse("2026-01-01T12:00:00Z");
        Path left = Files.writeString(unfinished().resolve("half"), "hel");
        Files.setLastModifiedTime(left, FileTime.from(crash));
        Path busy = Files.writeString(unfinished().resolve("busy"), "he");

        store.removeUnfinished(crash.plusSeconds(1));

        assertThat(keys("")).isEmpty();
        assertThat(left).doesNotExist();
        assertThat(busy).exists();
    }

    @Test
    void nothingUnfinishedIsLeftByPutsThatSucceedOrFail() throws IOException {
        store.put("frames/a.png", file("hello"));
        assertThatIOException().isThrownBy(() -> store.put("frames/a.png/below", file("hello")));

        try (Stream<Path> left = Files.list(unfinished())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aReaderSeesOneOrTheOtherOfTwoPutsNeverAMixture() throws Exception {
        Path ones = Files.write(files.resolve("ones"), "1".repeat(200_000).getBytes());
        Path twos = Files.write(files.resolve("twos"), "2".repeat(200_000).getBytes());
        store.put("frames/a.png", ones);
        ExecutorService writers = Executors.newFixedThreadPool(2);

        var writing = Stream.of(ones, twos).map(file -> writers.submit((Callable<Void>) () -> {
            for (int i = 0; i < 50; i++) {
                store.put("frames/a.png", file);
            }
            return null;
        })).toList();

        for (int i = 0; i < 100; i++) {
            assertThat(read("frames/a.png", 0, 200_000).chars().distinct().count()).isEqualTo(1);
        }
        for (var each : writing) {
            each.get();
        }
        writers.shutdown();
    }

    @Test
    void manyBlobsAreStoredAtOnce() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(8);
        Path file = file("hello");

        var writing = IntStream.range(0, 200).mapToObj(i -> writers.submit((Callable<Void>) () -> {
            store.put("deep/" + i % 3 + "/" + i + ".png", file);
            return null;
        })).toList();

        for (var each : writing) {
            each.get();
        }
        writers.shutdown();
        assertThat(keys("deep/")).hasSize(200);
    }

    @Test
    void aPlaceThatIsNoDirectoryIsRefusedInOneSentence() throws IOException {
        Path file = file("I am a file");

        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> new DiskBlobStore(file.resolve("storage")))
                .withMessage("Inbetween keeps frames and videos in " + file.resolve("storage")
                        + ", which cannot be written. Make it writable, or set inbetween.storage.directory to another place.");
    }

    @Test
    void anUnknownKindIsRefusedInOneSentence() {
        StorageConfig config = new StorageConfig() {
            @Override
            public String kind() {
                return "tape";
            }

            @Override
            public Path directory() {
                return directory;
            }
        };

        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> new Storage().open(config))
                .withMessage("inbetween.storage.kind is \"tape\", which Inbetween does not know. Set it to disk.");
    }

    private Path unfinished() {
        return directory.resolve("made/when/missing/.unfinished");
    }
}
