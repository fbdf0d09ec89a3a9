package app.inbetween.fakes;

import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The kinds of nodes and the files of models that a ComfyUI has. */
final class ComfyUiInstallation {

    private static final Map<String, String> LOADERS = Map.of("diffusion_models", "UNETLoader", "vae", "VAELoader",
            "text_encoders", "CLIPLoader", "clip_vision", "CLIPVisionLoader");

    private final ComfyUiPictures pictures;
    private final Set<String> missing = ConcurrentHashMap.newKeySet();

    ComfyUiInstallation(ComfyUiPictures pictures) {
        this.pictures = pictures;
    }

    /** A file of a model, or a kind of node, is not installed. */
    void uninstall(String what) {
        missing.add(what);
    }

    ObjectNode nodes() {
        ObjectNode nodes = ComfyUiGraph.nodes(pictures.names());
        nodes.remove(missing);
        nodes.forEach(node -> node.at("/input/required").forEach(input -> uninstall(input.path(0).elements())));
        return nodes;
    }

    Reply node(String type) {
        ObjectNode nodes = nodes();
        return Reply.json(200, nodes.has(type) ? Map.of(type, nodes.get(type)) : Map.of());
    }

    /** What the node that loads them has to choose from. */
    Reply models(String folder) {
        return LOADERS.containsKey(folder)
                ? Reply.json(200, nodes().path(LOADERS.get(folder)).path("input").path("required").iterator().next().path(0))
                : Reply.text(404, "404: Not Found");
    }

    private void uninstall(Iterator<JsonNode> choices) {
        while (choices.hasNext()) {
            if (missing.contains(choices.next().asText())) {
                choices.remove();
            }
        }
    }
}
