package app.inbetween.generation;

import app.inbetween.price.Credits;

/** Somebody wants to be asked twice before so much is spent; the message can be shown. Nothing was asked for. */
public class AskFirstException extends RuntimeException {

    AskFirstException(Credits price, Credits askAbove) {
        super("This takes " + Amounts.credits(price) + ", more than the " + askAbove
                + " above which you want to be asked.");
    }
}
