package app.inbetween.trial;

/** The trial cannot start; the message says why and what to do, and is all that is printed. */
class TrialException extends RuntimeException {

    TrialException(String message) {
        super(message, null, false, false);
    }
}
