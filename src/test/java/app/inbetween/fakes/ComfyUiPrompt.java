package app.inbetween.fakes;

import static app.inbetween.fakes.ComfyUiGraph.error;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A graph that is to be drawn, as it is posted.
 *
 * @param old whether an id of its own counts for nothing
 */
record ComfyUiPrompt(JsonNode body, boolean old) {

    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    String text() {
        return body.at("/prompt/9/inputs/text").asText();
    }

    /** @param nodes as {@code /object_info} tells of them */
    Optional<JsonNode> problem(JsonNode nodes) {
        if (body.has("prompt_id") && !old && !wanted().matches(ID)) {
            return Optional.of(error("invalid_prompt_id", "prompt_id must be a valid UUID"));
        }
        return body.path("prompt").isObject() ? new ComfyUiGraph(nodes, graph()).problem()
                : Optional.of(error("no_prompt", "No prompt provided"));
    }

    FakeTask task(ComfyUiPictures pictures) {
        JsonNode wan = node("WanFirstLastFrameToVideo").orElseThrow(
                () -> new Refusal(Reply.json(400, error("invalid_prompt", "This machine draws between two frames only"))));
        int rate = node("CreateVideo").map(node -> node.path("fps").asInt()).orElse(16);
        return new FakeTask(id(), "comfyui", body, pictures.named(file(wan.path("start_image"))),
                pictures.named(file(wan.path("end_image"))), Duration.ofMillis((wan.path("length").asInt() - 1) * 1000L / rate),
                rate, Optional.empty());
    }

    private String id() {
        return wanted().isEmpty() || old ? UUID.randomUUID().toString() : wanted();
    }

    private String wanted() {
        return body.path("prompt_id").asText();
    }

    private JsonNode graph() {
        return body.get("prompt");
    }

    private Optional<JsonNode> node(String type) {
        for (JsonNode node : graph()) {
            if (node.path("class_type").asText().equals(type)) {
                return Optional.of(node.path("inputs"));
            }
        }
        return Optional.empty();
    }

    private String file(JsonNode link) {
        return graph().path(link.path(0).asText()).at("/inputs/image").asText();
    }
}
