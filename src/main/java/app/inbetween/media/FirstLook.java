package app.inbetween.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A look at a film that is still on its way: to start the program for it takes longer than the look itself, and is done
 * before. Whatever it finds against the film counts only if the file itself says so too.
 */
public final class FirstLook implements AutoCloseable {

    private final VideoProbe probe;
    private final RunningProgram program;

    FirstLook(VideoProbe probe, RunningProgram program) {
        this.probe = probe;
        this.program = program;
    }

    /**
     * Once, when the film has come.
     *
     * @throws UnplayableVideoException if the file is not a film that plays
     */
    public VideoFacts facts(Path film) {
        VideoProbe.requireMp4(film);
        return isIndexFirst(film) ? seen(film) : probe.facts(film);
    }

    private VideoFacts seen(Path film) {
        try {
            JsonNode seen = probe.parsed(program.output(VideoProbe.LIMIT, film));
            return probe.facts(film, seen);
        } catch (FfmpegException | UnplayableVideoException e) {
            return probe.facts(film);
        }
    }

    /** Only then can it be understood without going back and forth in it. */
    private static boolean isIndexFirst(Path film) {
        try {
            return Mp4Boxes.isIndexFirst(film);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the program if it has not been asked. */
    @Override
    public void close() {
        program.close();
    }
}
