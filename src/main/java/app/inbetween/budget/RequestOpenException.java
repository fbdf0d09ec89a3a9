package app.inbetween.budget;

/** A person asks for credits again before an answer; the message can be shown. Nothing was stored. */
public class RequestOpenException extends RuntimeException {

    RequestOpenException(CreditRequest open) {
        super("You have already asked for " + open.amount() + " credits, and nobody has decided yet. Wait for the answer, or "
                + "withdraw that request first.");
    }
}
