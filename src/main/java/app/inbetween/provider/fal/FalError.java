package app.inbetween.provider.fal;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.wire.Answer;

/**
 * What fal says went wrong, in any of its shapes: a list of details with types, one text with a type beside it, a header.
 *
 * @param types as fal calls it, the most telling first; may be empty
 * @param words for the operator; without what was sent in, which fal repeats
 */
record FalError(int status, List<String> types, String words, boolean isOurTimeout) {

    private static final Map<String, Reason> REASONS = Map.ofEntries(
            entry("content_policy_violation", Reason.CONTENT_POLICY),
            entry("image_load_error", Reason.INPUT_MEDIA_UNREADABLE),
            entry("file_download_error", Reason.INPUT_MEDIA_UNREADABLE),
            entry("no_media_generated", Reason.PROVIDER_FAILED),
            entry("downstream_service_error", Reason.PROVIDER_FAILED),
            entry("downstream_service_unavailable", Reason.PROVIDER_TRANSIENT),
            entry("internal_server_error", Reason.PROVIDER_TRANSIENT),
            entry("internal_error", Reason.PROVIDER_TRANSIENT),
            entry("request_timeout", Reason.PROVIDER_TRANSIENT),
            entry("startup_timeout", Reason.PROVIDER_TRANSIENT),
            entry("runner_scheduling_failure", Reason.PROVIDER_TRANSIENT),
            entry("runner_connection_timeout", Reason.PROVIDER_TRANSIENT),
            entry("runner_disconnected", Reason.PROVIDER_TRANSIENT),
            entry("runner_connection_refused", Reason.PROVIDER_TRANSIENT),
            entry("runner_connection_error", Reason.PROVIDER_TRANSIENT),
            entry("runner_incomplete_response", Reason.PROVIDER_TRANSIENT),
            entry("runner_server_error", Reason.PROVIDER_TRANSIENT),
            entry("generation_timeout", Reason.TIMEOUT),
            entry("client_disconnected", Reason.CANCELLED),
            entry("client_cancelled", Reason.CANCELLED),
            entry("concurrent_requests_limit", Reason.CONCURRENCY_LIMIT));

    static FalError of(Answer answer) {
        JsonNode body = answer.json().orElse(MissingNode.getInstance());
        List<String> types = new ArrayList<>();
        body.path("detail").forEach(detail -> types.add(detail.path("type").asText("")));
        types.add(body.path("error_type").asText(""));
        types.add(answer.header("x-fal-error-type").orElse(""));
        types.removeIf(String::isBlank);
        return new FalError(answer.status(), List.copyOf(types), words(answer, body, types),
                answer.header("x-fal-request-timeout-type").filter("user"::equalsIgnoreCase).isPresent());
    }

    /** Empty where nobody knows what it means. */
    static Optional<Reason> ofType(String type) {
        return Optional.ofNullable(REASONS.get(type));
    }

    /** Nothing that failed is billed. */
    Failure failure() {
        return new Failure(reason(), Billing.NOT_BILLED, words);
    }

    Reason reason() {
        if (status == 401) {
            return Reason.PROVIDER_AUTH;
        }
        if (status == 403) {
            return says("balance") ? Reason.PROVIDER_BALANCE : Reason.PROVIDER_AUTH;
        }
        return isOurTimeout ? Reason.TIMEOUT : ofType().orElseGet(this::ofStatus);
    }

    /** Whether one of its types tells the reason. */
    boolean isTyped() {
        return ofType().isPresent();
    }

    boolean says(String word) {
        return words.toLowerCase(Locale.ROOT).contains(word);
    }

    private Optional<Reason> ofType() {
        return types.stream().map(FalError::ofType).flatMap(Optional::stream).findFirst();
    }

    private Reason ofStatus() {
        return switch (status) {
            case 402 -> Reason.PROVIDER_BALANCE;
            // The endpoint is gone, and no other frames bring it back.
            case 404, 405, 410 -> Reason.PROVIDER_FAILED;
            case 429 -> Reason.RATE_LIMITED;
            case 499 -> Reason.CANCELLED;
            case 504 -> Reason.TIMEOUT;
            default -> status / 100 == 4 ? Reason.INPUT_INVALID : Reason.PROVIDER_TRANSIENT;
        };
    }

    private static String words(Answer answer, JsonNode body, List<String> types) {
        JsonNode detail = body.path("detail");
        if (!detail.isArray()) {
            return answer.words();
        }
        String said = StreamSupport.stream(detail.spliterator(), false)
                .map(it -> place(it) + it.path("msg").asText()).collect(Collectors.joining("; "));
        return "HTTP " + answer.status() + " " + String.join(", ", types) + ": " + said;
    }

    private static String place(JsonNode detail) {
        return detail.path("loc").isEmpty() ? "" : detail.path("loc").path(detail.path("loc").size() - 1).asText() + ": ";
    }
}
