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
import app.inbetween.provider.wire.Question;

/**
 * How a request ended, told by the answer to the question for its result: fal calls it completed either way, and repeats the
 * status and body its runner gave.
 *
 * @param state what the status of the request said
 * @param error what the answer says went wrong
 */
record FalResult(JsonNode state, Answer answer, FalError error) {

    /** These are about the question, whatever became of the run. */
    private static final Set<Integer> ABOUT_THE_QUESTION = Set.of(401, 403, 404, 408, 425, 429);

    FalResult(JsonNode state, Answer answer) {
        this(state, answer, FalError.of(answer));
    }

    /** @throws ProviderUnavailableException if this says nothing about the run */
    RemoteStatus status(Instant now) {
        if (answer.isSuccess()) {
            return film();
        }
        if (answer.status() == 400 && error.types().isEmpty() && error.says("in progress")) {
            return new RemoteStatus.Running(Optional.empty());
        }
        Optional<Failure> failure = failure();
        if (failure.isPresent()) {
            return failure.get().reason() == Reason.CANCELLED ? new RemoteStatus.Cancelled(Billing.NOT_BILLED)
                    : new RemoteStatus.Failed(failure.get());
        }
        if (answer.status() == 404 && answer.json().isPresent()) {
            return new RemoteStatus.Missing(error.words());
        }
        throw answer.status() == 429 ? Question.noRoom(answer, now)
                : new ProviderUnavailableException(error.words(), answer.retryAfter(now));
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

    /**
     * What went wrong with the run; empty where nothing says so. An answer to the question itself must not be taken for it: a
     * refused picture that is said to have had no room is sent to another model, and one too many is billed.
     */
    private Optional<Failure> failure() {
        boolean repeated = answer.status() / 100 == 4 && !ABOUT_THE_QUESTION.contains(answer.status());
        Optional<Reason> told = FalError.ofType(state.path("error_type").asText(""));
        if (told.isPresent() && !error.isOurTimeout() && !(repeated && error.isTyped())) {
            return told.map(reason -> new Failure(reason, Billing.NOT_BILLED, repeated ? error.words() : toldWords()));
        }
        return repeated || isOfTheRun() ? Optional.of(error.failure()) : Optional.empty();
    }

    /** A run's own 5xx says of which type it is. One without may be a gateway between us that is having a bad moment. */
    private boolean isOfTheRun() {
        String said = state.path("error").asText("");
        return answer.status() >= 500 && (!error.types().isEmpty() || said.contains(String.valueOf(answer.status())))
                || answer.status() == 404 && answer.json().isPresent() && !said.isBlank();
    }

    private String toldWords() {
        return (state.path("error_type").asText("") + ": " + state.path("error").asText("")).replaceFirst(":\\s*$", "");
    }
}
