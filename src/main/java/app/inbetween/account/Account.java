package app.inbetween.account;

import java.util.List;
import java.util.Optional;

/**
 * Who the identity provider says is there.
 *
 * @param issuer and {@code subject} together name the account for ever
 * @param name what to call the person
 * @param roles sorted, each once
 * @param groups sorted, each once
 */
record Account(String issuer, String subject, String name, Optional<String> email, List<String> roles, List<String> groups) {

    Account {
        roles = roles.stream().distinct().sorted().toList();
        groups = groups.stream().distinct().sorted().toList();
    }
}
