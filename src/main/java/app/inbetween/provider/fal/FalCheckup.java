package app.inbetween.provider.fal;

import java.io.IOException;

import app.inbetween.provider.Checkup;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.wire.Answer;

/** Asks for a price, which costs nothing: fal has no question for the balance that an ordinary key may put. */
record FalCheckup(FalClient client) {

    private static final String SOME_ENDPOINT = "fal-ai/wan-flf2v";

    Checkup ask(boolean configured) {
        if (!configured) {
            return Checkup.trouble(Reason.PROVIDER_AUTH, "No key is set.");
        }
        try {
            return read(client.prices(SOME_ENDPOINT));
        } catch (IOException e) {
            return Checkup.trouble(Reason.PROVIDER_TRANSIENT, "No answer: " + e.getMessage());
        }
    }

    private static Checkup read(Answer answer) {
        // Whether it still has that model is not the question.
        boolean knowsUs = answer.json()
                .map(it -> it.path("error").path("type").asText().equals("not_found") || it.has("prices"))
                .orElse(false);
        if (knowsUs) {
            return Checkup.healthy("fal takes the key. It does not tell the balance.");
        }
        return switch (answer.status()) {
            case 401, 402, 403 -> Checkup.trouble(FalError.of(answer).reason(), "fal refuses the key: " + answer.words());
            default -> Checkup.trouble(Reason.PROVIDER_TRANSIENT, answer.words());
        };
    }
}
