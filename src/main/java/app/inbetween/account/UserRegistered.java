package app.inbetween.account;

/** A person was seen for the first time; fired in the transaction that stores them. */
public record UserRegistered(User user) {
}
