package app.inbetween.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.inbetween.storage.BlobStore.Blob;

/** What every store promises. */
abstract class BlobStoreContract {

    @TempDir
    Path files;
    BlobStore store;

    abstract BlobStore emptyStore() throws IOException;

    @BeforeEach
    void open() throws IOException {
        store = emptyStore();
    }

    @Test
    void whatWasPutIsRead() throws IOException {
        Path file = file("hello");

        store.put("frames/a.png", file);

        assertThat(read("frames/a.png", 0, 5)).isEqualTo("hello");
        assertThat(file).hasContent("hello");
    }

    @Test
    void findTellsSizeAndTime() throws IOException {
        store.put("frames/a.png", file("hello"));

        Blob found = store.find("frames/a.png").orElseThrow();

        assertThat(found.key()).isEqualTo("frames/a.png");
        assertThat(found.size()).isEqualTo(5);
        assertThat(found.stored()).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    }

    @Test
    void whatWasNeverPutIsNotFound() throws IOException {
        store.put("frames/a.png", file("hello"));

        assertThat(store.find("frames/b.png")).isEmpty();
        assertThat(store.find("frames/a")).isEmpty();
        assertThat(store.find("nothing/here")).isEmpty();
        assertThat(store.file("frames/b.png")).isEmpty();
        assertThatIOException().isThrownBy(() -> store.read("frames/b.png", 0, 1).read());
    }

    @Test
    void somethingAboveABlobIsNoBlob() throws IOException {
        store.put("videos/a/clip.mp4", file("film"));

        assertThat(store.find("videos/a")).isEmpty();
    }

    @Test
    void anyPartIsRead() throws IOException {
        store.put("frames/a.png", file("0123456789"));

        assertThat(read("frames/a.png", 0, 1)).isEqualTo("0");
        assertThat(read("frames/a.png", 3, 4)).isEqualTo("3456");
        assertThat(read("frames/a.png", 9, 1)).isEqualTo("9");
        assertThat(read("frames/a.png", 10, 0)).isEmpty();
    }

    @Test
    void aPartBeyondTheEndIsRefused() throws IOException {
        store.put("frames/a.png", file("0123456789"));

        assertThatIOException().isThrownBy(() -> read("frames/a.png", 9, 2));
        assertThatIOException().isThrownBy(() -> read("frames/a.png", 11, 1));
        assertThatIOException().isThrownBy(() -> read("frames/a.png", 1, Long.MAX_VALUE));
    }

    @Test
    void anEmptyBlobIsABlob() throws IOException {
        store.put("frames/empty.png", file(""));

        assertThat(store.find("frames/empty.png").orElseThrow().size()).isZero();
        assertThat(read("frames/empty.png", 0, 0)).isEmpty();
    }

    @Test
    void aLargeBlobIsReadAsItWas() throws IOException {
        byte[] bytes = new byte[3_000_001];
        new Random(7).nextBytes(bytes);

        store.put("videos/large.mp4", Files.write(files.resolve("large"), bytes));

        try (InputStream in = store.read("videos/large.mp4", 1, 3_000_000)) {
            assertThat(in.read()).isEqualTo(bytes[1] & 0xff);
            assertThat(in.skip(2)).isEqualTo(2);
            assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, 4, 3_000_001));
        }
    }

    @Test
    void putReplaces() throws IOException {
        store.put("frames/a.png", file("before, and longer"));

        store.put("frames/a.png", file("after"));

        assertThat(store.find("frames/a.png").orElseThrow().size()).isEqualTo(5);
        assertThat(read("frames/a.png", 0, 5)).isEqualTo("after");
    }

    @Test
    void aPutThatFailsStoresNothing() throws IOException {
        store.put("frames/a.png", file("before"));

        assertThatIOException().isThrownBy(() -> store.put("frames/a.png", files.resolve("missing")));
        assertThatIOException().isThrownBy(() -> store.put("frames/b.png", files.resolve("missing")));

        assertThat(read("frames/a.png", 0, 6)).isEqualTo("before");
        assertThat(keys("")).containsExactly("frames/a.png");
    }

    @Test
    void deleteRemovesAndForgivesWhatIsGone() throws IOException {
        store.put("frames/a.png", file("hello"));

        store.delete("frames/a.png");
        store.delete("frames/a.png");
        store.delete("nothing/here");

        assertThat(store.find("frames/a.png")).isEmpty();
        assertThat(keys("")).isEmpty();
    }

    @Test
    void listFindsByTheFirstPartOfTheKey() throws IOException {
        for (String key : new String[] { "frames/ab.png", "frames/ac.png", "frames/deep/er.png", "videos/ab.mp4" }) {
            store.put(key, file(key));
        }

        assertThat(keys("frames/")).containsExactlyInAnyOrder("frames/ab.png", "frames/ac.png", "frames/deep/er.png");
        assertThat(keys("frames/ab")).containsExactly("frames/ab.png");
        assertThat(keys("")).hasSize(4);
        assertThat(keys("nothing/")).isEmpty();
        try (Stream<Blob> blobs = store.list("videos/")) {
            assertThat(blobs.map(Blob::size)).containsExactly(13L);
        }
    }

    @Test
    void aFileOfTheStoreHoldsTheBlob() throws IOException {
        store.put("frames/a.png", file("hello"));

        store.file("frames/a.png").ifPresent(path -> assertThat(path).hasContent("hello"));
    }

    @Test
    void tidyingLeavesFinishedBlobsAlone() throws IOException {
        store.put("frames/a.png", file("hello"));

        store.removeUnfinished(Instant.now().plusSeconds(3600));

        assertThat(keys("")).containsExactly("frames/a.png");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "frames", "/etc/passwd", "../secret", "frames/../../secret", "frames/..", "frames/./a",
            "frames/a/",
            "frames//a", "frames/a..png", "frames/.hidden", "frames/a.", "Frames/a", "frames/a b", "frames/a\\b",
            "frames/é.png",
            "frames/a\0.png", "c:/a", ".unfinished/a", "frames/a\n", "frames/%2e%2e/a" })
    void whatCannotBeAKeyIsRefused(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> store.put(key, files.resolve("any")));
        assertThatIllegalArgumentException().isThrownBy(() -> store.find(key));
        assertThatIllegalArgumentException().isThrownBy(() -> store.read(key, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> store.delete(key));
    }

    @ParameterizedTest
    @ValueSource(strings = { "../", "/", "frames/../", ".unfinished/" })
    void listingOutsideIsRefused(String prefix) {
        assertThatIllegalArgumentException().isThrownBy(() -> store.list(prefix));
    }

    Path file(String content) throws IOException {
        return Files.writeString(files.resolve("content"), content);
    }

    String read(String key, long from, long length) throws IOException {
        try (InputStream in = store.read(key, from, length)) {
            return new String(in.readAllBytes());
        }
    }

    List<String> keys(String prefix) throws IOException {
        try (Stream<Blob> blobs = store.list(prefix)) {
            return blobs.map(Blob::key).toList();
        }
    }
}
