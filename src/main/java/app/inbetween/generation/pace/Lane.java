package app.inbetween.generation.pace;

/** The two ways a provider is called; each has a limit of its own. */
public enum Lane {
    /** It is handed a job. */
    SUBMIT,
    /** It is asked how a job is doing. */
    QUERY
}
