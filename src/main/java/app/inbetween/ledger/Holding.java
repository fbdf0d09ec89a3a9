package app.inbetween.ledger;

/** What came of a wish to hold. */
public sealed interface Holding {

    record Held(Hold hold) implements Holding {
    }

    /** Nothing was stored; the message of the refusal can be shown. */
    record Refused(RuntimeException refusal) implements Holding {
    }

    /** @throws RuntimeException the refusal, if it was one */
    default Hold orThrow() {
        if (this instanceof Refused refused) {
            throw refused.refusal();
        }
        return ((Held) this).hold();
    }
}
