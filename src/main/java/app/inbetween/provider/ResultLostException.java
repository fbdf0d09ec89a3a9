package app.inbetween.provider;

/** A finished film is gone for good at its provider. */
public class ResultLostException extends RuntimeException {

    public ResultLostException(String message) {
        super(message);
    }
}
