package app.inbetween.price;

/** A price that must not be, or that looks like a slip; the message can be shown. */
public class PriceRefusedException extends RuntimeException {

    /** What of a price it is about. */
    public enum About {
        RATE,
        TIERS,
        COST,
        COST_TIERS,
        START,
        REASON
    }

    private final About about;
    private final boolean doubtful;

    public PriceRefusedException(About about, String message) {
        this(about, message, false);
    }

    private PriceRefusedException(About about, String message, boolean doubtful) {
        super(message);
        this.about = about;
        this.doubtful = doubtful;
    }

    static PriceRefusedException doubt(About about, String message) {
        return new PriceRefusedException(about, message, true);
    }

    public About about() {
        return about;
    }

    /** Whether it is accepted from somebody who says that it is meant. */
    public boolean isDoubtful() {
        return doubtful;
    }
}
