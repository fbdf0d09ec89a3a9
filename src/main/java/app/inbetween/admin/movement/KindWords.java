package app.inbetween.admin.movement;

import app.inbetween.ledger.Entry.Kind;

/** How kinds of movements are called. */
final class KindWords {

    private KindWords() {
    }

    static String of(Kind kind) {
        return switch (kind) {
            case GRANT -> "Granted";
            case TAKE_BACK -> "Taken back";
            case EXPIRE -> "Expired";
            case HOLD -> "Held";
            case CAPTURE -> "Charged";
            case RELEASE -> "Returned";
            case REFUND -> "Given back";
        };
    }
}
