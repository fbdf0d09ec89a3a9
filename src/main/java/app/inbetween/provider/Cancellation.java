package app.inbetween.provider;

/** What came of asking a provider to stop. */
public enum Cancellation {
    /** It is stopped and will make no film. */
    STOPPED,
    /** It was asked and may stop; the job's status will tell. */
    ASKED,
    /** It cannot be stopped any more, or never could. */
    REFUSED
}
