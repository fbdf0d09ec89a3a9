package app.inbetween.provider.wavespeed;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.RemoteStatus;
import io.quarkus.logging.Log;

/** A task as the provider tells of it. */
record Prediction(JsonNode json) {

    /** Published ones are 32 hexadecimal digits; what else comes must at least be harmless in a path. */
    private static final String ID = "[0-9A-Za-z_-]{1,100}";

    static boolean isId(String text) {
        return text.matches(ID);
    }

    /** Empty where there is none that could be asked for. */
    Optional<String> id() {
        return Optional.of(json.path("id").asText()).filter(Prediction::isId);
    }

    /** With up to nine digits of a second; empty where it is none. */
    Optional<Instant> created() {
        try {
            return Optional.of(Instant.parse(json.path("created_at").asText()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    RemoteStatus status() {
        String status = json.path("status").asText();
        return switch (status) {
            case "created" -> new RemoteStatus.Waiting();
            case "processing" -> new RemoteStatus.Running(Optional.empty());
            case "completed" -> completed();
            case "failed" -> failed(isFlagged() ? Reason.CONTENT_POLICY : Meaning.ofTask(json.path("code").asInt()),
                    Billing.NOT_BILLED);
            case "timeout" -> failed(Reason.TIMEOUT, Billing.NOT_BILLED);
            case "cancelled" -> new RemoteStatus.Cancelled(Billing.NOT_BILLED);
            case "deleted" -> failed(Reason.LOST, Billing.UNKNOWN);
            default -> {
                Log.warnf("WaveSpeed tells of a status that is not known: %s", status);
                yield new RemoteStatus.Running(Optional.empty());
            }
        };
    }

    private RemoteStatus completed() {
        Optional<String> film = film();
        if (isFlagged()) {
            // What becomes of a film that was flagged is not documented: where there is one, it was made and is billed.
            Log.warnf("WaveSpeed's safety checker flagged prediction %s", json.path("id").asText());
        }
        return film.<RemoteStatus> map(location -> new RemoteStatus.Succeeded(location, Optional.empty()))
                .orElseGet(() -> failed(isFlagged() ? Reason.CONTENT_POLICY : Reason.PROVIDER_FAILED, Billing.UNKNOWN));
    }

    /** Of videos the outputs are addresses; newer models may tell of objects with one. */
    private Optional<String> film() {
        return StreamSupport.stream(json.path("outputs").spliterator(), false)
                .map(output -> output.isObject() ? output.path("url").asText() : output.asText())
                .filter(address -> address.startsWith("http")).findFirst();
    }

    private boolean isFlagged() {
        return StreamSupport.stream(json.path("has_nsfw_contents").spliterator(), false).anyMatch(JsonNode::asBoolean);
    }

    private RemoteStatus failed(Reason reason, Billing billing) {
        String code = json.path("code").asText();
        return new RemoteStatus.Failed(new Failure(reason, billing, (json.path("status").asText()
                + (code.isEmpty() ? "" : " " + code) + ": " + json.path("error").asText("no reason given")).strip()));
    }
}
