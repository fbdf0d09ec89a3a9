package app.inbetween.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** Something that is being drawn beside whoever asked for it: closing it ends the drawing if it is not done. */
public final class Drawing implements AutoCloseable {

    private final RunningProgram program;
    private final Duration limit;

    private Drawing(RunningProgram program, Duration limit) {
        this.program = program;
        this.limit = limit;
    }

    /** @param arguments of which none reads from standard input or writes to standard output */
    static Drawing begin(Ffmpeg ffmpeg, Duration limit, String... arguments) {
        RunningProgram program = ffmpeg.startInTheBackground(List.of(arguments));
        try {
            program.input().close();
        } catch (IOException e) {
            program.close();
            throw new UncheckedIOException(e);
        }
        return new Drawing(program, limit);
    }

    /** @throws FfmpegException if it fails or is not done within its limit */
    public void await() {
        program.await(limit);
    }

    @Override
    public void close() {
        program.close();
    }
}
