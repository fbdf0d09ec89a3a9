package app.inbetween.ledger;

/** Why a person was given credits. */
public enum Source {
    /** Once, on first sign-in. */
    WELCOME,
    /** By an administrator. */
    GRANT,
    /** Every month, by rule. */
    ALLOWANCE,
    /** Because the person asked. */
    REQUEST,
    /** Given back after they were spent. */
    REFUND
}
