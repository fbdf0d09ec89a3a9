package app.inbetween.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * One PostgreSQL for this process. It survives live reload, because its address is kept in a system property that outlives the
 * class loader, and it stops with the process.
 */
final class EmbeddedDatabase {

    static final String USER = "postgres";

    private static final String ADDRESS = "inbetween.trial.running-database";
    private static final Duration STARTUP = Duration.ofSeconds(60);

    private final Path directory;

    private EmbeddedDatabase(Path directory) {
        this.directory = directory;
    }

    /**
     * The address of the running database, which is started first if need be.
     *
     * @param directory where its data lives
     * @param kept whether data found there is used again, or thrown away
     */
    static String jdbcUrl(Path directory, boolean kept) {
        // Interned: the lock must be the same one for every class loader of this process.
        synchronized (ADDRESS.intern()) {
            String address = System.getProperty(ADDRESS);
            if (address == null) {
                address = new EmbeddedDatabase(directory).start(kept);
                System.setProperty(ADDRESS, address);
            }
            return address;
        }
    }

    private String start(boolean kept) {
        prepareDirectory(kept);
        new LeftoverPostgres(directory).stop();
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setOverrideWorkingDirectory(directory.resolveSibling("postgres-programs").toFile())
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(STARTUP)
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("fsync", kept ? "on" : "off")
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            return postgres.getJdbcUrl(USER, "postgres");
        } catch (IOException | IllegalStateException e) {
            throw new TrialException("The database in " + directory + " does not start; " + log()
                    + " says why. Its data may be damaged: move that directory away to begin with an empty one.");
        }
    }

    private void prepareDirectory(boolean kept) {
        try {
            Files.createDirectories(directory.getParent());
            lock();
            if (!kept) {
                new LeftoverPostgres(directory).stop();
                empty();
            }
        } catch (IOException e) {
            throw new TrialException("Inbetween keeps its trial in " + directory.getParent()
                    + ", which cannot be written. Start it in a directory of your own, or set inbetween.trial.directory.");
        }
    }

    /** Held until the process ends, however it ends. A channel that nobody refers to any more would be closed, and unlocked. */
    private void lock() throws IOException {
        FileChannel channel = FileChannel.open(directory.resolveSibling("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                keepOpen(channel);
                return;
            }
        } catch (OverlappingFileLockException e) {
            return;
        }
        throw new TrialException("Another Inbetween is already running in " + directory.getParent()
                + ". Stop that one, or set inbetween.trial.directory to another place.");
    }

    private static void keepOpen(FileChannel channel) {
        Thread keeper = new Thread(() -> {
            while (channel.isOpen()) {
                LockSupport.park(channel);
            }
        }, "trial-lock");
        keeper.setDaemon(true);
        keeper.start();
    }

    private void empty() throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                List<Path> deepestFirst = files.sorted((a, b) -> b.compareTo(a)).toList();
                deepestFirst.forEach(EmbeddedDatabase::delete);
            }
        }
    }

    private Path log() {
        return directory.resolveSibling("postgres.log");
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
