package app.inbetween.fakes;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** The bodies fal answers with. */
final class FakeFalReplies {

    private static final int PAUSE = 7;

    private FakeFalReplies() {
    }

    /** Owner and app, which is all of an endpoint that a request's address has. */
    static String app(FakeTask task) {
        String[] parts = task.model().split("/");
        return parts[0] + "/" + parts[1];
    }

    static Map<String, Object> state(URI origin, FakeTask task, String status, boolean logs) {
        String address = origin + "/" + app(task) + "/requests/" + task.id();
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("status", status);
        state.put("request_id", task.id());
        if (status.equals("IN_QUEUE")) {
            state.put("queue_position", 0);
        }
        state.put("response_url", address);
        state.put("status_url", address + "/status");
        state.put("cancel_url", address + "/cancel");
        if (logs && !status.equals("IN_QUEUE")) {
            state.put("logs", List.of(Map.of("message", "step 3/30", "level", "INFO", "source", "USER", "timestamp",
                    "2026-01-02T03:04:05.123456")));
        }
        if (status.equals("COMPLETED")) {
            state.put("metrics", Map.of("inference_time", 48.2));
            told(task).ifPresent(type -> state.put("error_type", type));
            told(task).ifPresent(type -> state.put("error", "The request did not succeed"));
        }
        return state;
    }

    static Map<String, Object> film(URI origin, FakeTask task) {
        return Map.of("video", Map.of("url", origin + "/files/film-" + task.id() + ".mp4", "content_type", "video/mp4",
                "file_name", "out.mp4"), "seed", task.input().path("seed").asLong(42));
    }

    /** As a webhook tells it. */
    static Map<String, Object> news(FakeTask task, Reply outcome) throws IOException {
        JsonNode payload = Reply.JSON.readTree(outcome.body());
        Map<String, Object> news = new LinkedHashMap<>();
        news.put("request_id", task.id());
        news.put("gateway_request_id", task.id());
        news.put("status", outcome.status() == 200 ? "OK" : "ERROR");
        if (outcome.status() != 200) {
            news.put("error", "Invalid status code: " + outcome.status());
        }
        news.put("payload", payload);
        return news;
    }

    /** What a submission that meets this is told; empty where it is taken. */
    static Optional<Reply> refusal(Trouble trouble) {
        return Optional.ofNullable(switch (trouble) {
            case RATE_LIMITED -> tooMany(Integer.toString(PAUSE));
            case RATE_LIMITED_UNTIL -> tooMany(DateTimeFormatter.RFC_1123_DATE_TIME
                    .format(Instant.now().plusSeconds(PAUSE).atOffset(ZoneOffset.UTC)));
            case UNAUTHORISED -> unauthorised();
            case NO_BALANCE -> Reply.json(403, Map.of("detail",
                    "User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing."));
            case INPUT_REFUSED -> detail(422, "prompt", "value_error", "Value error, the prompt makes no sense");
            case MEDIA_REFUSED -> detail(422, "start_image_url", "image_load_error", "Could not load image");
            case POLICY_REFUSED -> detail(422, "prompt", "content_policy_violation",
                    "The content could not be processed because it was flagged by a content checker");
            default -> null;
        });
    }

    /** How a run ended that brought no film; empty where it did. */
    static Optional<Reply> failure(FakeTask task) {
        if (task.isCancelled() || task.suffers(Trouble.RUN_CANCELLED)) {
            return Optional.of(text(499, "client_cancelled", "Request was cancelled by the client"));
        }
        if (task.suffers(Trouble.RUN_POLICY)) {
            return refusal(Trouble.POLICY_REFUSED);
        }
        if (task.suffers(Trouble.RUN_MEDIA)) {
            return refusal(Trouble.MEDIA_REFUSED);
        }
        if (task.suffers(Trouble.RUN_FAILED)) {
            return Optional.of(detail(422, "prompt", "no_media_generated", "No media was generated"));
        }
        if (task.suffers(Trouble.RUN_TRANSIENT)) {
            return Optional.of(text(503, "runner_disconnected", "Runner disconnected")
                    .with("X-Fal-Error-Type", "runner_disconnected"));
        }
        return task.suffers(Trouble.RUN_TIMED_OUT)
                ? Optional.of(detail(504, "prompt", "generation_timeout", "Generation took too long"))
                : Optional.empty();
    }

    static Reply unauthorised() {
        return Reply.json(401, Map.of("detail", "Authentication is required to access this application"));
    }

    static Reply tooMany(String after) {
        return text(429, "concurrent_requests_limit", "Too many requests").with("Retry-After", after);
    }

    static Reply prices(List<String> endpoints) {
        Map<String, Object> prices = new LinkedHashMap<>();
        prices.put("prices", endpoints.stream()
                .map(it -> Map.of("endpoint_id", it, "unit_price", 0.4, "unit", "videos", "currency", "USD")).toList());
        prices.put("next_cursor", null);
        prices.put("has_more", false);
        return Reply.json(200, prices);
    }

    /** Some failures are told by the status already, others only by the result. */
    private static Optional<String> told(FakeTask task) {
        return task.suffers(Trouble.RUN_TIMED_OUT) ? Optional.of("generation_timeout") : Optional.empty();
    }

    private static Reply detail(int status, String field, String type, String words) {
        return Reply.json(status, Map.of("detail", List.of(new FakeFalModel.Problem(type, words, Map.of()).at(field))));
    }

    private static Reply text(int status, String type, String words) {
        return Reply.json(status, Map.of("detail", words, "error_type", type));
    }
}
