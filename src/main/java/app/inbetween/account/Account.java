package app.inbetween.account;

import java.util.Optional;

/**
 * Who the identity provider says is there.
 *
 * @param issuer and {@code subject} together name the account for ever
 * @param name what to call the person
 */
record Account(String issuer, String subject, String name, Optional<String> email) {
}
