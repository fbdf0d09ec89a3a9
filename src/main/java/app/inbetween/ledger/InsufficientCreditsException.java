package app.inbetween.ledger;

import app.inbetween.price.Credits;

/** Something costs more than the person has; the message can be shown. Nothing was stored. */
public class InsufficientCreditsException extends RuntimeException {

    private final Credits needed;
    private final Credits available;

    InsufficientCreditsException(Credits needed, Credits available) {
        super("This takes " + needed + " credits and you have " + available + ".");
        this.needed = needed;
        this.available = available;
    }

    public Credits needed() {
        return needed;
    }

    public Credits available() {
        return available;
    }
}
