package app.inbetween.provider;

import java.util.Optional;

/**
 * What a question that costs nothing said about a provider.
 *
 * @param trouble why it cannot be used; empty when it can
 * @param words what was learnt, as a sentence for an administrator; never holds a key
 * @param balance what is left there, such as {@code 12.34 USD}, where the provider tells it
 */
public record Checkup(Optional<Failure.Reason> trouble, String words, Optional<String> balance) {

    public static Checkup healthy(String words) {
        return new Checkup(Optional.empty(), words, Optional.empty());
    }

    public static Checkup healthy(String words, String balance) {
        return new Checkup(Optional.empty(), words, Optional.of(balance));
    }

    public static Checkup trouble(Failure.Reason reason, String words) {
        return new Checkup(Optional.of(reason), words, Optional.empty());
    }

    public boolean isHealthy() {
        return trouble.isEmpty();
    }
}
