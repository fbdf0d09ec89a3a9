package app.inbetween.storage;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Blobs as files below one directory, which several processes may share. */
public class DiskBlobStore implements BlobStore {

    // The dot keeps it apart from every key.
    private static final String UNFINISHED = ".unfinished";

    private final Path directory;
    private final Path unfinished;

    /** @throws StorageException if the directory cannot be made or written */
    public DiskBlobStore(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
        this.unfinished = this.directory.resolve(UNFINISHED);
        prepare();
    }

    private void prepare() {
        try {
            Files.createDirectories(unfinished);
            Files.delete(Files.createTempFile(unfinished, "writable", ""));
        } catch (IOException e) {
            throw new StorageException("Inbetween keeps frames and videos in " + directory
                    + ", which cannot be written. Make it writable, or set inbetween.storage.directory to another place.");
        }
    }

    @Override
    public void put(String key, Path file) throws IOException {
        Path target = pathOf(key);
        Path copy = unfinished.resolve(UUID.randomUUID().toString());
        try {
            copy(file, copy);
            Files.createDirectories(target.getParent());
            Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(target.getParent());
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    @Override
    public Optional<Blob> find(String key) throws IOException {
        Path path = pathOf(key);
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? Optional.of(new Blob(key, attributes.size(), attributes.lastModifiedTime().toInstant()))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public InputStream read(String key, long from, long length) throws IOException {
        FileChannel channel = FileChannel.open(pathOf(key), StandardOpenOption.READ);
        try {
            if (from < 0 || length < 0 || length > channel.size() - from) {
                throw new EOFException("Blob " + key + " has " + channel.size() + " bytes, not " + length + " from " + from);
            }
            return new LimitedInputStream(Channels.newInputStream(channel.position(from)), length);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public Optional<Path> file(String key) throws IOException {
        return find(key).map(blob -> pathOf(blob.key()));
    }

    @Override
    public void delete(String key) throws IOException {
        // Emptied directories stay: removing one would race with a put that has just made sure of it.
        Files.deleteIfExists(pathOf(key));
    }

    @Override
    public Stream<Blob> list(String prefix) throws IOException {
        Path top = directory.resolve(BlobKey.checkedPrefix(prefix).replaceFirst("[^/]*$", ""));
        if (!Files.isDirectory(top)) {
            return Stream.empty();
        }
        return Files.walk(top).filter(path -> !path.startsWith(unfinished) && Files.isRegularFile(path))
                .map(this::keyOf).filter(key -> key.startsWith(prefix)).flatMap(this::findUnlessGone);
    }

    @Override
    public void removeUnfinished(Instant begunBefore) throws IOException {
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(unfinished)) {
            for (Path copy : copies) {
                if (Files.getLastModifiedTime(copy).toInstant().isBefore(begunBefore)) {
                    Files.deleteIfExists(copy);
                }
            }
        } catch (NoSuchFileException e) {
            // Its put has just finished, or another process is tidying too: the next sweep sees the rest.
        }
    }

    private Stream<Blob> findUnlessGone(String key) {
        try {
            return find(key).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path pathOf(String key) {
        return directory.resolve(BlobKey.checked(key));
    }

    private String keyOf(Path path) {
        return directory.relativize(path).toString().replace('\\', '/');
    }

    private static void copy(Path from, Path to) throws IOException {
        try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long size = in.size();
            for (long done = 0; done < size;) {
                long copied = in.transferTo(done, size - done, out);
                if (copied == 0) {
                    throw new EOFException(from + " became shorter while it was being stored");
                }
                done += copied;
            }
            out.force(true);
        }
    }

    /** Makes the new name last through a power cut, where the system lets a directory be opened. */
    private static void sync(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows refuses, and needs no such thing.
        }
    }
}
