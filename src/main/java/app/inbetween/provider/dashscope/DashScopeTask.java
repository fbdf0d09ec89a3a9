package app.inbetween.provider.dashscope;

import java.time.Duration;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.Submission;
import app.inbetween.provider.wire.Answer;

/** What DashScope says of a task. */
final class DashScopeTask {

    private DashScopeTask() {
    }

    static Submission submitted(Answer answer) {
        Optional<Failure> refusal = DashScopeErrors.refusal(answer);
        if (refusal.isPresent()) {
            return new Submission.Rejected(refusal.get());
        }
        return answer.json().filter(body -> answer.isSuccess()).map(body -> body.path("output").path("task_id").asText(""))
                .filter(id -> !id.isEmpty()).<Submission> map(Submission.Accepted::new)
                .orElseGet(() -> new Submission.Unknown(answer.words()));
    }

    /** @throws ProviderUnavailableException if it says nothing that makes sense */
    static RemoteStatus status(Answer answer) {
        JsonNode body = answer.json().filter(it -> answer.isSuccess())
                .orElseThrow(() -> new ProviderUnavailableException("No state of the task: " + answer.words()));
        JsonNode output = body.path("output");
        return switch (output.path("task_status").asText("")) {
            case "PENDING", "SUSPENDED" -> new RemoteStatus.Waiting();
            case "RUNNING" -> new RemoteStatus.Running(Optional.empty());
            case "SUCCEEDED" -> succeeded(output, body.path("usage"));
            case "FAILED" -> new RemoteStatus.Failed(DashScopeErrors.ofTask(output));
            // It can only be cancelled before it begins.
            case "CANCELED" -> new RemoteStatus.Cancelled(Billing.NOT_BILLED);
            case "UNKNOWN" -> new RemoteStatus.Missing("DashScope does not know the task, or knows it no more");
            default -> throw new ProviderUnavailableException("No state of the task: " + answer.words());
        };
    }

    private static RemoteStatus succeeded(JsonNode output, JsonNode usage) {
        String film = output.path("video_url").asText("");
        return film.isEmpty()
                ? new RemoteStatus.Failed(
                        new Failure(Reason.PROVIDER_FAILED, Billing.UNKNOWN, "It succeeded, but there is no film"))
                : new RemoteStatus.Succeeded(film, billed(usage));
    }

    /** The models of 2.2 and before say {@code video_duration}, later ones {@code duration}; both are seconds. */
    static Optional<Duration> billed(JsonNode usage) {
        double seconds = usage.path("video_duration").asDouble(usage.path("duration").asDouble(0));
        return seconds > 0 ? Optional.of(Duration.ofMillis(Math.round(seconds * 1000))) : Optional.empty();
    }
}
