package app.inbetween.provider.comfyui;

import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure;
import app.inbetween.provider.Failure.Reason;

/** Why the server does not take a graph. It looks at the whole of it before it draws anything. */
final class Refusal {

    /** A graph the server cannot run at all; whoever runs the server has to do something about it. */
    private static final Set<String> SETUP = Set.of("missing_node_type", "invalid_prompt", "prompt_no_outputs", "no_prompt");

    private Refusal() {
    }

    static Failure of(JsonNode answer, String words) {
        return nodeError(answer.path("node_errors"))
                .orElseGet(() -> failure(
                        SETUP.contains(answer.path("error").path("type").asText()) ? Reason.PROVIDER_AUTH
                                : Reason.INPUT_INVALID,
                        words, answer.path("error").path("type").asText().equals("missing_node_type")
                                ? " (Update ComfyUI, or install the missing node.)"
                                : ""));
    }

    /** What the operator has to mend comes before what a person could. */
    private static Optional<Failure> nodeError(JsonNode nodes) {
        Optional<Failure> found = Optional.empty();
        for (JsonNode node : nodes) {
            for (JsonNode error : node.path("errors")) {
                Failure failure = nodeFailure(node.path("class_type").asText("a node"), error);
                if (found.isEmpty() || failure.reason() == Reason.PROVIDER_AUTH) {
                    found = Optional.of(failure);
                }
            }
        }
        return found;
    }

    private static Failure nodeFailure(String node, JsonNode error) {
        String type = error.path("type").asText();
        String words = node + ": " + error.path("message").asText(type) + ": " + error.path("details").asText();
        if (node.equals("LoadImage")) {
            return failure(Reason.INPUT_MEDIA_UNREADABLE, words, " (The uploaded frame is not there any more.)");
        }
        boolean file = type.equals("value_not_in_list") && node.contains("Loader");
        return switch (type) {
            case "value_smaller_than_min", "value_bigger_than_max" -> failure(Reason.INPUT_INVALID, words, "");
            default -> failure(Reason.PROVIDER_AUTH, words, file ? " (Put this file into ComfyUI's folder of models.)"
                    : " (The graph does not fit this ComfyUI.)");
        };
    }

    private static Failure failure(Reason reason, String words, String hint) {
        return new Failure(reason, Billing.NOT_BILLED, words + hint);
    }
}
