package app.inbetween.provider;

/** An administrator has taken this off the shelf; the message can be shown. */
public class SwitchedOffException extends RuntimeException {

    public SwitchedOffException(String message) {
        super(message);
    }
}
