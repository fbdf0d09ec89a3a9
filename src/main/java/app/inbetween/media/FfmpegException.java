package app.inbetween.media;

/** The bundled ffmpeg could not be started, failed, or took too long. */
public class FfmpegException extends RuntimeException {

    public FfmpegException(String message) {
        super(message);
    }

    public FfmpegException(String message, Throwable cause) {
        super(message, cause);
    }
}
