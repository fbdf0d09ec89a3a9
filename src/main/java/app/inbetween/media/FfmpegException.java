package app.inbetween.media;

/** The bundled ffmpeg could not be started, failed, or took too long. */
public class FfmpegException extends RuntimeException {

    /** What ffmpeg ends with when it could decode nothing, or less than a third of it. */
    private static final int UNDECODABLE = 69;

    private final int exitValue;

    public FfmpegException(String message) {
        this(message, 1);
    }

    FfmpegException(String message, int exitValue) {
        super(message);
        this.exitValue = exitValue;
    }

    public FfmpegException(String message, Throwable cause) {
        super(message, cause);
        exitValue = 1;
    }

    /** Whether it was the film that is of no use, and not the machine. */
    boolean isOfTheFilm() {
        return exitValue == UNDECODABLE;
    }
}
