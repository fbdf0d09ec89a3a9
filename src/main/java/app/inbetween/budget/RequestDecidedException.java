package app.inbetween.budget;

/** Somebody else decided on a request first, or it was withdrawn; the message can be shown. Nothing was stored. */
public class RequestDecidedException extends RuntimeException {

    RequestDecidedException(CreditRequest decided) {
        super("This was decided already: " + decided.outcome() + ". What you wrote was not sent.");
    }
}
