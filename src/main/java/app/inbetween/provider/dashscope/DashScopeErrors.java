package app.inbetween.provider.dashscope;

import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.wire.Answer;

/**
 * What DashScope's error codes mean. The same ones come with a refusal and in a task that failed; neither is billed. A code may
 * have parts after a dot, and the longest known beginning decides.
 */
final class DashScopeErrors {

    private static final Map<String, Reason> CODES = Map.ofEntries(
            Map.entry("InvalidParameter", Reason.INPUT_INVALID),
            Map.entry("InvalidURL", Reason.INPUT_INVALID),
            Map.entry("InvalidFile", Reason.INPUT_INVALID),
            Map.entry("InvalidImage", Reason.INPUT_INVALID),
            Map.entry("ModelNotFound", Reason.INPUT_INVALID),
            // Despite its name this is the check's own trouble: it could not get hold of the picture.
            Map.entry("InvalidParameter.DataInspection", Reason.INPUT_MEDIA_UNREADABLE),
            Map.entry("DataInspectionFailed", Reason.CONTENT_POLICY),
            Map.entry("IPInfringementSuspect", Reason.CONTENT_POLICY),
            Map.entry("Arrearage", Reason.PROVIDER_BALANCE),
            // The free quota is used up. Throttling.AllocationQuota is another thing: too much at once.
            Map.entry("AllocationQuota", Reason.PROVIDER_BALANCE),
            Map.entry("InvalidApiKey", Reason.PROVIDER_AUTH),
            Map.entry("AccessDenied", Reason.PROVIDER_AUTH),
            Map.entry("Model.AccessDenied", Reason.PROVIDER_AUTH),
            Map.entry("Throttling", Reason.RATE_LIMITED),
            Map.entry("InternalError", Reason.PROVIDER_TRANSIENT),
            Map.entry("ModelUnavailable", Reason.PROVIDER_TRANSIENT),
            Map.entry("RequestTimeOut", Reason.PROVIDER_TRANSIENT));

    private DashScopeErrors() {
    }

    /** Empty where the answer is none of DashScope's own refusals, but for example a proxy's. */
    static Optional<Failure> refusal(Answer answer) {
        return answer.json().filter(body -> answer.status() / 100 == 4 && body.path("code").isTextual())
                .map(body -> failure(body, byStatus(answer.status())));
    }

    static Failure ofTask(JsonNode output) {
        return failure(output, Reason.PROVIDER_FAILED);
    }

    private static Failure failure(JsonNode node, Reason otherwise) {
        String code = node.path("code").asText("");
        String detail = (code + ": " + node.path("message").asText("")).strip();
        return new Failure(reason(code).orElse(otherwise), Billing.NOT_BILLED, detail);
    }

    private static Optional<Reason> reason(String code) {
        for (String part = code; !part.isEmpty(); part = part.substring(0, Math.max(0, part.lastIndexOf('.')))) {
            if (CODES.containsKey(part)) {
                return Optional.of(CODES.get(part));
            }
        }
        return Optional.empty();
    }

    private static Reason byStatus(int status) {
        return status == 401 || status == 403 ? Reason.PROVIDER_AUTH : Reason.INPUT_INVALID;
    }
}
