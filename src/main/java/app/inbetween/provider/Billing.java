package app.inbetween.provider;

/** Whether the provider bills us for a job. */
public enum Billing {
    BILLED,
    NOT_BILLED,
    UNKNOWN
}
