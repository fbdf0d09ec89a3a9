package app.inbetween.provider;

/** An administrator took something off the shelf, or put it back; fired in the transaction that does. */
public record AvailabilityChanged() {
}
