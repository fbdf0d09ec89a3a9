package app.inbetween.provider.wavespeed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import app.inbetween.provider.Checkup;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.wire.Answer;

/** Asks what is left on the account, which also proves the key. */
final class Account {

    private Account() {
    }

    static Checkup checkUp(WaveSpeedClient client) {
        try {
            Answer answer = client.balance();
            Optional<Envelope> envelope = Envelope.of(answer);
            if (!answer.isSuccess() || envelope.filter(it -> !it.isSuccess()).isPresent()) {
                return Checkup.trouble(client.rejected(answer, envelope).failure().reason(), client.words(answer));
            }
            return envelope.flatMap(it -> balance(it.data())).map(Account::healthy)
                    .orElseGet(() -> Checkup.trouble(Reason.PROVIDER_TRANSIENT, "The answer makes no sense: "
                            + client.words(answer)));
        } catch (ProviderUnavailableException e) {
            return Checkup.trouble(Reason.PROVIDER_TRANSIENT, e.getMessage());
        }
    }

    private static Checkup healthy(BigDecimal balance) {
        String left = balance.setScale(2, RoundingMode.HALF_DOWN).toPlainString() + " USD";
        return balance.signum() > 0 ? Checkup.healthy("The key works.", left)
                : new Checkup(Optional.of(Reason.PROVIDER_BALANCE), "The key works, but nothing is left on the account.",
                        Optional.of(left));
    }

    private static Optional<BigDecimal> balance(JsonNode data) {
        try {
            return Optional.of(new BigDecimal(data.path("balance").asText()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
