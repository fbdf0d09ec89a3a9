package app.inbetween.account;

/** A sign-in said something new about a person; fired in the transaction that stores it. */
public record UserDescribed(User user) {
}
