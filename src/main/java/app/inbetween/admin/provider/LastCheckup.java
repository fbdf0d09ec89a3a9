package app.inbetween.admin.provider;

import java.time.Instant;
import java.util.Optional;

/**
 * What a provider said when it was last tested.
 *
 * @param balance the last one it told, perhaps at an earlier test
 * @param overtaken whether it failed, and the provider has taken a clip since
 */
public record LastCheckup(Instant at, boolean healthy, String words, Optional<Balance> balance, boolean overtaken) {

    /** @param amount as the provider writes it, such as {@code 12.34 USD} */
    public record Balance(String amount, Instant at) {
    }

    boolean isTrouble() {
        return !healthy && !overtaken;
    }

    /** The words of a trouble that is not over stand above all else already. */
    public String outcome() {
        if (healthy) {
            return words;
        }
        return overtaken ? "Failed, but clips were taken since. It said: " + words : "Failed";
    }
}
