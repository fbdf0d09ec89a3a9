package app.inbetween.admin.form;

/** What was asked for cannot be done; the message can be shown. Nothing was stored. */
public class RefusedException extends RuntimeException {

    private final String field;

    /** @param field of the form to say it at */
    public RefusedException(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
