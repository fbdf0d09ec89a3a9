package app.inbetween.ledger;

import app.inbetween.price.Credits;

/** More was to be given back than is left of what was charged; the message can be shown. Nothing was stored. */
public class RefundRefusedException extends RuntimeException {

    private final Credits refundable;

    RefundRefusedException(Hold hold, Credits asked) {
        super("Of what “" + hold.title() + "” cost, " + hold.refundable() + " can be given back, not " + asked + ".");
        this.refundable = hold.refundable();
    }

    public Credits refundable() {
        return refundable;
    }
}
