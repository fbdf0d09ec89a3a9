package app.inbetween.generation;

/** What becomes of a clip's wish that another model tries it if it fails. */
public enum Failover {
    UNWANTED,
    /** Nothing has been looked for so far. */
    WANTED,
    /** Another generation was asked for in its place. */
    STOOD_IN,
    /** It failed for a reason another model would fail for too, or may have been billed. */
    UNSUITABLE,
    /** As many models have tried as may. */
    LAST_IN_LINE,
    /** No model can do the same below the ceiling. */
    NOTHING_FITS,
    /** One could, at a price the person wants to be asked about. */
    ASK_FIRST,
    NO_CREDITS,
    /** It would have gone beyond what the person may spend. */
    NOT_ALLOWED,
    /** The clip has another owner now, or its owner may not ask for any. */
    WITHDRAWN
}
