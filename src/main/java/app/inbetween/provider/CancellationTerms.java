package app.inbetween.provider;

/** What comes back when a running job is cancelled. */
public enum CancellationTerms {
    /** Everything that is held. */
    EVERYTHING,
    /** Nothing: the provider bills the whole clip once it has begun. */
    NOTHING,
    /** The provider cannot stop a job that runs. */
    NOT_POSSIBLE
}
