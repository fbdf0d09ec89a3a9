package app.inbetween.trial;

/** The trial cannot start; the message says why and what to do. */
class TrialException extends RuntimeException {

    TrialException(String message, Throwable cause) {
        super(message, cause);
    }
}
