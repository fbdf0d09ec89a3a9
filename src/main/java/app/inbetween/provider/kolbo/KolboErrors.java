package app.inbetween.provider.kolbo;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.wire.Answer;

/** What Kolbo's refusals mean. It takes its credits at the start, and gives them back by itself when a clip fails. */
final class KolboErrors {

    private static final String FAILED = "GENERATION_ERROR";
    private static final Map<String, Reason> CODES = Map.of("INVALID_API_KEY", Reason.PROVIDER_AUTH, "INSUFFICIENT_CREDITS",
            Reason.PROVIDER_BALANCE, "MISSING_FIELDS", Reason.INPUT_INVALID, "MODEL_NOT_FOUND", Reason.INPUT_INVALID,
            "RATE_LIMITED", Reason.RATE_LIMITED, FAILED, Reason.PROVIDER_FAILED);
    /** There is no code for it: the maker of the model says it in words. */
    private static final Pattern POLICY = Pattern.compile("polic(y|ies)|moderat|nsfw|safety|inappropriate|prohibited",
            Pattern.CASE_INSENSITIVE);

    private KolboErrors() {
    }

    /** Also one that comes as a success. Empty where the answer is no refusal of Kolbo's own, but for example a proxy's. */
    static Optional<Failure> refusal(Answer answer) {
        return answer.json().filter(body -> answer.status() / 100 == 4 && (body.has("code") || body.has("error"))
                || answer.isSuccess() && body.path("success").isBoolean() && !body.path("success").asBoolean())
                .map(body -> failure(body, byStatus(answer.status())));
    }

    /** Whether there is no room for the question; a clip may have failed for that, too, and then has a state. */
    static boolean isLimit(Answer answer) {
        return refusal(answer).filter(it -> it.reason() == Reason.RATE_LIMITED).isPresent()
                && answer.json().filter(body -> !body.has("state")).isPresent();
    }

    /** What came to nothing while it was taken in; empty where a 5xx is of somebody else's, or tells of trouble only. */
    static Optional<Failure> failed(Answer answer) {
        return answer.json().filter(body -> body.path("code").asText("").equals(FAILED))
                .map(body -> failure(body, Reason.PROVIDER_FAILED));
    }

    static Failure ofClip(JsonNode clip) {
        return failure(clip, Reason.PROVIDER_FAILED);
    }

    private static Failure failure(JsonNode body, Reason otherwise) {
        String code = body.path("code").asText("");
        String words = body.path("error").asText(body.path("message").asText(""));
        Reason reason = CODES.getOrDefault(code, otherwise);
        return new Failure(reason == Reason.PROVIDER_FAILED && POLICY.matcher(words).find() ? Reason.CONTENT_POLICY : reason,
                Billing.NOT_BILLED, (code + " " + (words.isBlank() ? "Kolbo gives no reason" : words)).strip());
    }

    private static Reason byStatus(int status) {
        return switch (status) {
            case 401, 403 -> Reason.PROVIDER_AUTH;
            case 402 -> Reason.PROVIDER_BALANCE;
            case 400, 404, 413, 415, 422 -> Reason.INPUT_INVALID;
            default -> Reason.PROVIDER_FAILED;
        };
    }
}
