package app.inbetween.media;

/** A file is not a film that can be played; the message says why. */
public class UnplayableVideoException extends RuntimeException {

    public UnplayableVideoException(String reason) {
        super(reason);
    }

    public UnplayableVideoException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
