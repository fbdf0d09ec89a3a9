package app.inbetween.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Bytes by key. A key is lower-case letters, digits, dots, hyphens and slashes, such as {@code frames/3f…9a.png}; the part
 * before the first slash is the kind of thing stored. A blob appears whole or not at all, and is never changed afterwards.
 * <p>
 * Whatever cannot be a key is refused with an {@link IllegalArgumentException}.
 */
public interface BlobStore {

    /**
     * Stores the file's bytes; replaces a blob of that key. The file itself stays the caller's, and stays as it was.
     *
     * @throws IOException if they cannot be stored; nothing is stored then
     */
    void put(String key, Path file) throws IOException;

    /** The blob's size and time, if it exists. */
    Optional<Blob> find(String key) throws IOException;

    /**
     * Bytes {@code from} (inclusive, 0-based) and {@code length} long. The caller closes the stream.
     *
     * @throws IOException if there is no such blob or range
     */
    InputStream read(String key, long from, long length) throws IOException;

    /** A file on this machine that holds the blob, to be read only, if the blob exists and the store keeps files. */
    default Optional<Path> file(String key) throws IOException {
        return Optional.empty();
    }

    /** Removes a blob; nothing happens if there is none. */
    void delete(String key) throws IOException;

    /** All blobs whose keys begin with the prefix, which may be empty. The caller closes the stream. */
    Stream<Blob> list(String prefix) throws IOException;

    /** Removes what puts that began before then and were cut off have left behind. */
    default void removeUnfinished(Instant begunBefore) throws IOException {
    }

    /**
     * @param size in bytes
     * @param stored when it was stored, by the store's clock
     */
    record Blob(String key, long size, Instant stored) {
    }
}
