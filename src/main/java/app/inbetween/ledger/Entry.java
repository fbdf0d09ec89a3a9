package app.inbetween.ledger;

import java.util.UUID;

/**
 * A movement about to be written down.
 *
 * @param hold null for a grant
 * @param original the entry this one corrects, null if it corrects none
 * @param actor the person who did it, null if Inbetween did
 * @param key no two entries have the same one
 */
record Entry(Kind kind, UUID hold, UUID original, Credits amount, UUID actor, String reason, String key) {

    enum Kind {
        GRANT,
        HOLD,
        CAPTURE,
        RELEASE,
        REFUND
    }

    static Entry grant(Credits amount, String reason, String key) {
        return new Entry(Kind.GRANT, null, null, amount, null, reason, "grant:" + key);
    }

    static Entry hold(Hold hold) {
        return new Entry(Kind.HOLD, hold.id(), null, hold.amount(), hold.user(), hold.title(), "hold:" + hold.generation());
    }

    static Entry capture(Hold hold, String reason) {
        return new Entry(Kind.CAPTURE, hold.id(), null, hold.captured(), null, reason, "resolve:" + hold.generation());
    }

    static Entry release(Hold hold, String reason) {
        return new Entry(Kind.RELEASE, hold.id(), null, hold.amount(), null, reason, "resolve:" + hold.generation());
    }

    static Entry refund(Hold hold, UUID capture, Credits amount, String reason, String key) {
        return new Entry(Kind.REFUND, hold.id(), capture, amount, null, reason, "refund:" + key);
    }
}
