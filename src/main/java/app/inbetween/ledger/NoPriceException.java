package app.inbetween.ledger;

/** Nobody has set a price for this; the message can be shown. */
public class NoPriceException extends RuntimeException {

    private final String model;
    private final String resolution;

    NoPriceException(String model, String resolution) {
        super("There is no price for " + model + " at " + resolution + " yet. An administrator has to set one.");
        this.model = model;
        this.resolution = resolution;
    }

    public String model() {
        return model;
    }

    public String resolution() {
        return resolution;
    }
}
