package app.inbetween.price;

/** Nobody has set a price for this; the message can be shown. */
public class NoPriceException extends RuntimeException {

    private final PriceKey key;

    NoPriceException(PriceKey key) {
        super("There is no price for " + key + " yet. An administrator has to set one.");
        this.key = key;
    }

    public PriceKey key() {
        return key;
    }
}
