package app.inbetween.provider.fal;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.wire.Answer;

/**
 * How a request ended, told by the answer to the question for its result: fal calls it completed either way, and repeats the
 * status and body its runner gave.
 *
 * @param state what the status of the request said
 */
record FalResult(JsonNode state, Answer answer, FalError error) {

    /** These are about the question, whatever became of the run. */
    private static final Set<Integer> ABOUT_THE_QUESTION = Set.of(401, 403, 404, 408, 425, 429);

    FalResult(JsonNode state, Answer answer) {
        this(state, answer, FalError.of(answer, state));
    }

    /** @throws ProviderUnavailableException if this says nothing about the run */
    RemoteStatus status(Instant now) {
        if (answer.isSuccess()) {
            return film();
        }
        if (answer.status() == 400 && error.types().isEmpty() && error.says("in progress")) {
            return new RemoteStatus.Running(Optional.empty());
        }
        if (isOfTheRun()) {
            return error.reason() == Reason.CANCELLED ? new RemoteStatus.Cancelled(Billing.NOT_BILLED)
                    : new RemoteStatus.Failed(error.failure());
        }
        if (answer.status() == 404 && answer.json().isPresent()) {
            return new RemoteStatus.Missing(error.words());
        }
        throw new ProviderUnavailableException(error.words(), answer.retryAfter(now));
    }

    private RemoteStatus film() {
        JsonNode result = answer.json()
                .orElseThrow(() -> new ProviderUnavailableException("The result is no JSON: " + answer.words()));
        String address = result.path("video").path("url").asText();
        // It counts as a success there, so it may well be billed.
        return address.isEmpty()
                ? new RemoteStatus.Failed(new Failure(Reason.PROVIDER_FAILED, Billing.UNKNOWN, "No video: " + answer.words()))
                : new RemoteStatus.Succeeded(address, Optional.empty());
    }

    /** A run's own 5xx says of which type it is. One without may be a gateway between us that is having a bad moment. */
    private boolean isOfTheRun() {
        if (state.hasNonNull("error") || state.hasNonNull("error_type")) {
            return true;
        }
        return !ABOUT_THE_QUESTION.contains(answer.status())
                && (answer.status() / 100 == 4 || answer.status() >= 500 && !error.types().isEmpty());
    }
}
