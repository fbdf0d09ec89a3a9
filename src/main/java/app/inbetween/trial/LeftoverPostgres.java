package app.inbetween.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A server that outlived the process that started it, as after {@code kill -9}. */
final class LeftoverPostgres {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path directory;

    LeftoverPostgres(Path directory) {
        this.directory = directory;
    }

    /** Stops it, and removes the lock files of one that is gone. Only call this while holding the directory's lock. */
    void stop() {
        process().ifPresent(this::stop);
        try {
            Files.deleteIfExists(pidFile());
            Files.deleteIfExists(directory.resolve("epg-lock"));
        } catch (IOException e) {
            throw new TrialException("The stale lock in " + directory + " cannot be removed.");
        }
    }

    private void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            // It had its chance to end cleanly; PostgreSQL recovers from its log.
            process.destroyForcibly();
        }
    }

    private Optional<ProcessHandle> process() {
        try {
            String pid = Files.readAllLines(pidFile()).get(0).trim();
            return ProcessHandle.of(Long.parseLong(pid)).filter(this::isPostgres);
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** The number may belong to something else by now. */
    private boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(command -> command.contains("postgres")).orElse(false);
    }

    private Path pidFile() {
        return directory.resolve("postmaster.pid");
    }
}
