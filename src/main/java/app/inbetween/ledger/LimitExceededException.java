package app.inbetween.ledger;

/** Something would take a person beyond what they may spend in a day or a month; the message can be shown. */
public class LimitExceededException extends RuntimeException {

    LimitExceededException(String message) {
        super(message);
    }
}
