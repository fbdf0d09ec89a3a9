package app.inbetween.media;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.bytedeco.javacpp.Loader;

/** The bundled ffmpeg and ffprobe programs, run as child processes so that a bad file cannot take the studio down. */
public class Ffmpeg {

    private static final Path NICE = Path.of("/usr/bin/nice");

    private final Path ffmpeg;
    private final Path ffprobe;
    private final String libraries;

    /** @throws FfmpegException if this platform has no bundled programs */
    public Ffmpeg() {
        StandIns.announce();
        Path directory = unpacked();
        this.ffmpeg = program(directory, "ffmpeg");
        this.ffprobe = program(directory, "ffprobe");
        this.libraries = Loader.getPlatform().startsWith("linux") ? directory + ":" + StandIns.from(directory)
                : directory.toString();
    }

    /** Starts ffmpeg; it has no standard input unless an argument reads from {@code pipe:0}. */
    public RunningProgram start(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(ffmpeg.toString(), "-hide_banner", "-loglevel", "error", "-y"));
        command.addAll(arguments);
        return launch(command);
    }

    /** Runs ffmpeg to its end and returns what it wrote to its standard output. */
    public byte[] run(Duration limit, String... arguments) {
        try (RunningProgram program = start(List.of(arguments))) {
            return program.output(limit);
        }
    }

    /** As {@link #run}, for what nobody waits for. */
    byte[] runInTheBackground(Duration limit, String... arguments) {
        try (RunningProgram program = startInTheBackground(List.of(arguments))) {
            return program.output(limit);
        }
    }

    /** Runs ffprobe to its end and returns what it wrote to its standard output. */
    public byte[] probe(Duration limit, List<String> arguments) {
        try (RunningProgram program = startProbe(arguments)) {
            return program.output(limit);
        }
    }

    /** Starts ffprobe; it has no standard input unless it is to read from {@code pipe:0}. */
    RunningProgram startProbe(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(ffprobe.toString(), "-hide_banner", "-loglevel", "error"));
        command.addAll(arguments);
        return launch(command);
    }

    /** As {@link #start}, for what nobody waits for: whoever asks for a page comes first. */
    RunningProgram startInTheBackground(List<String> arguments) {
        List<String> command = new ArrayList<>(
                Files.isExecutable(NICE) ? List.of(NICE.toString(), "-n", "19") : List.of());
        command.addAll(List.of(ffmpeg.toString(), "-hide_banner", "-loglevel", "error", "-y"));
        command.addAll(arguments);
        return launch(command);
    }

    private RunningProgram launch(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            // The programs find their own libraries, but those do not find theirs (libva) without this.
            builder.environment().put(libraryPath(), libraries);
            return new RunningProgram(builder.start());
        } catch (IOException e) {
            throw new FfmpegException("The bundled ffmpeg could not be started: " + e.getMessage(), e);
        }
    }

    private static String libraryPath() {
        String system = System.getProperty("os.name");
        if (system.startsWith("Mac")) {
            return "DYLD_LIBRARY_PATH";
        }
        return system.startsWith("Windows") ? "PATH" : "LD_LIBRARY_PATH";
    }

    /**
     * The directory of programs and libraries, as files. Not by {@code Loader.load}, which would also load them all into this
     * process, the ones for screens and sound cards too.
     */
    private static Path unpacked() {
        String bundle = "/org/bytedeco/ffmpeg/" + Loader.getPlatform() + "/";
        try {
            File directory = Loader.cacheResource(org.bytedeco.ffmpeg.ffmpeg.class, bundle);
            if (directory != null) {
                return directory.toPath();
            }
        } catch (IOException e) {
            throw new FfmpegException("The bundled ffmpeg cannot be unpacked", e);
        }
        throw new FfmpegException("There is no bundled ffmpeg for " + Loader.getPlatform());
    }

    private static Path program(Path directory, String name) {
        Path program = directory.resolve(Loader.getPlatform().startsWith("windows") ? name + ".exe" : name);
        if (!Files.isExecutable(program) && !program.toFile().setExecutable(true)) {
            throw new FfmpegException("The bundled " + name + " in " + directory + " cannot be made executable");
        }
        return program;
    }
}
