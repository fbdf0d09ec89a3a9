package app.inbetween.fakes;

/** The connection is closed without an answer. */
final class Hangup extends RuntimeException {

    Hangup() {
        super("hung up", null, false, false);
    }
}
