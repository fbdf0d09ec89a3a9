package app.inbetween.provider.fal;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import app.inbetween.provider.Cancellation;
import app.inbetween.provider.Clearance;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.Submission;
import app.inbetween.provider.wire.Answer;
import io.quarkus.logging.Log;

/** What fal's queue says, in the port's words. */
final class FalQueue {

    private final FalClient client;
    private final Clock clock;

    FalQueue(FalClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    Submission submit(String endpoint, JsonNode body, Optional<URI> webhook, Clearance clearance) {
        return client.submit(endpoint, body, webhook, clearance, answer -> read(endpoint, answer));
    }

    /** @throws ProviderUnavailableException if no answer can be had now */
    RemoteStatus status(FalRequest request) {
        Answer answer = client.status(request);
        JsonNode state = answer.json().orElseThrow(() -> new ProviderUnavailableException(answer.words()));
        if (answer.status() == 404) {
            return new RemoteStatus.Missing(answer.words());
        }
        return switch (state.path("status").asText()) {
            case "IN_QUEUE" -> new RemoteStatus.Waiting();
            case "IN_PROGRESS" -> new RemoteStatus.Running(Optional.empty());
            case "COMPLETED" -> result(request, state);
            default -> throw new ProviderUnavailableException(answer.words());
        };
    }

    /** @throws ProviderUnavailableException if no answer can be had now */
    Cancellation cancel(FalRequest request) {
        Answer answer = client.cancel(request);
        if (answer.isSuccess()) {
            return Cancellation.ASKED;
        }
        if (answer.status() == 400 || answer.status() == 404) {
            return Cancellation.REFUSED;
        }
        throw new ProviderUnavailableException(answer.words());
    }

    private static Submission read(String endpoint, Answer answer) {
        if (answer.isSuccess()) {
            return answer.json().filter(it -> FalRequest.isId(it.path("request_id").asText()))
                    .<Submission> map(it -> accepted(endpoint, it)).orElseGet(() -> new Submission.Unknown(answer.words()));
        }
        return answer.status() / 100 == 4 ? new Submission.Rejected(FalError.of(answer).failure())
                : new Submission.Unknown(answer.words());
    }

    private static Submission accepted(String endpoint, JsonNode answer) {
        String id = answer.path("request_id").asText();
        String told = answer.path("response_url").asText();
        if (!told.isEmpty() && !told.contains(FalRequest.of(endpoint, id).path())) {
            Log.warnf("fal keeps request %s of %s elsewhere than expected", id, endpoint);
        }
        return new Submission.Accepted(id);
    }

    private RemoteStatus result(FalRequest request, JsonNode state) {
        try {
            return new FalResult(state, client.result(request)).status(clock.instant());
        } catch (IOException e) {
            throw new ProviderUnavailableException(e.getMessage(), e);
        }
    }
}
