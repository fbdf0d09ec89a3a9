package app.inbetween.admin.provider;

import java.time.Instant;
import java.util.Optional;

/**
 * What a provider said when it was last tested.
 *
 * @param balance the last one it told, perhaps at an earlier test
 */
public record LastCheckup(Instant at, boolean healthy, String words, Optional<Balance> balance) {

    /** @param amount as the provider writes it, such as {@code 12.34 USD} */
    public record Balance(String amount, Instant at) {
    }
}
