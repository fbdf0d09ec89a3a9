package app.inbetween.media;

/** A film begins well and ends too soon: the rest of it may still come. */
public class TruncatedVideoException extends UnplayableVideoException {

    public TruncatedVideoException() {
        super("The film is cut short.");
    }
}
