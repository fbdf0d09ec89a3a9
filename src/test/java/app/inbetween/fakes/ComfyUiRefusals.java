package app.inbetween.fakes;

import static app.inbetween.fakes.ComfyUiGraph.error;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How ComfyUI says no, and the proxy before it. */
final class ComfyUiRefusals {

    private ComfyUiRefusals() {
    }

    /** What makes no task. */
    static void refuse(Trouble trouble) {
        Reply reply = switch (trouble) {
            case RATE_LIMITED -> slowDown("7");
            case RATE_LIMITED_UNTIL -> slowDown(
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(7)));
            case UNAUTHORISED -> unauthorised();
            case INPUT_REFUSED -> Reply.json(400, refused("KSampler", "value_bigger_than_max",
                    "Value 99999 bigger than max of 10000", "steps"));
            case MEDIA_REFUSED -> Reply.json(400, refused("LoadImage", "custom_validation_failed",
                    "Custom validation failed for node", "image - Invalid image file: a.png"));
            default -> null;
        };
        if (reply != null) {
            throw new Refusal(reply);
        }
    }

    static Reply unauthorised() {
        return Reply.text(401, "401 Authorization Required");
    }

    static Reply slowDown(String retryAfter) {
        return Reply.text(429, "Slow down").with("Retry-After", retryAfter);
    }

    private static JsonNode refused(String node, String type, String message, String details) {
        ObjectNode body = error("prompt_outputs_failed_validation", "Prompt outputs failed validation");
        ObjectNode entry = ((ObjectNode) body.get("node_errors")).putObject("13").put("class_type", node);
        entry.putArray("errors").addObject().put("type", type).put("message", message).put("details", details);
        return body;
    }
}
