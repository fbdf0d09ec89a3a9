package app.inbetween.generation;

/** A decision came too late: the clip does not stand any more where it was seen to stand. Nothing was changed. */
public class MovedOnException extends RuntimeException {

    MovedOnException(String message) {
        super(message);
    }
}
