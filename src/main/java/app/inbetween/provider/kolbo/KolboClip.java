package app.inbetween.provider.kolbo;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.RemoteStatus.Progress;
import app.inbetween.provider.wire.Answer;

/** What Kolbo says of a clip. */
final class KolboClip {

    private static final int WHOLE = 100;

    private KolboClip() {
    }

    /** @throws ProviderUnavailableException if it says nothing that makes sense */
    static RemoteStatus status(Answer answer) {
        JsonNode body = answer.json().orElseThrow(() -> senseless(answer));
        if (answer.status() == 404) {
            return new RemoteStatus.Missing("Kolbo does not know the clip: " + answer.words());
        }
        return switch (answer.isSuccess() ? body.path("state").asText("") : "") {
            case "pending" -> new RemoteStatus.Waiting();
            case "processing" -> new RemoteStatus.Running(progress(body.path("progress")));
            case "completed" -> completed(body.path("result"));
            case "failed" -> new RemoteStatus.Failed(KolboErrors.ofClip(body));
            // Its credits are taken at the start, and nothing is said of their coming back unless it fails.
            case "cancelled" -> new RemoteStatus.Cancelled(Billing.BILLED);
            default -> throw senseless(answer);
        };
    }

    private static Optional<Progress> progress(JsonNode percent) {
        return Optional.of(percent).filter(JsonNode::isNumber)
                .map(it -> new Progress(Math.max(0, Math.min(WHOLE, it.asInt())), WHOLE));
    }

    private static RemoteStatus completed(JsonNode result) {
        String film = result.path("urls").path(0).asText("");
        return film.isEmpty()
                ? new RemoteStatus.Failed(
                        new Failure(Reason.PROVIDER_FAILED, Billing.UNKNOWN, "It is completed, but there is no film"))
                : new RemoteStatus.Succeeded(film, Optional.empty());
    }

    private static ProviderUnavailableException senseless(Answer answer) {
        return new ProviderUnavailableException("No state of the clip: " + answer.words());
    }
}
