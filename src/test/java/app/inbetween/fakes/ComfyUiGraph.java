package app.inbetween.fakes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Looks at a graph as ComfyUI does before it takes it: kinds of nodes, what must be there, links, choices and ranges. */
final class ComfyUiGraph {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode nodes;
    private final JsonNode graph;

    /** @param nodes as {@code /object_info} tells of them */
    ComfyUiGraph(JsonNode nodes, JsonNode graph) {
        this.nodes = nodes;
        this.graph = graph;
    }

    /** The nodes this machine has, with these files to load pictures from. */
    static ObjectNode nodes(Set<String> pictures) {
        try (InputStream file = ComfyUiGraph.class.getResourceAsStream("/fakes/comfyui-nodes.json")) {
            ObjectNode nodes = (ObjectNode) JSON.readTree(file);
            ArrayNode choices = (ArrayNode) nodes.at("/LoadImage/input/required/image/0");
            pictures.forEach(choices::add);
            return nodes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body of a 400; empty when all is well. */
    Optional<JsonNode> problem() {
        boolean draws = false;
        for (Map.Entry<String, JsonNode> node : graph.properties()) {
            String type = node.getValue().path("class_type").asText();
            if (!nodes.has(type)) {
                return Optional.of(error(type.isEmpty() ? "invalid_prompt" : "missing_node_type",
                        "Node '" + type + "' not found. The custom node may not be installed."));
            }
            draws |= nodes.path(type).path("output_node").asBoolean();
        }
        if (!draws) {
            return Optional.of(error("prompt_no_outputs", "Prompt has no outputs"));
        }
        ObjectNode errors = nodeErrors();
        return errors.isEmpty() ? Optional.empty()
                : Optional.of(
                        error("prompt_outputs_failed_validation", "Prompt outputs failed validation").set("node_errors",
                                errors));
    }

    static ObjectNode error(String type, String message) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error").put("type", type).put("message", message).put("details", "").putObject("extra_info");
        body.putObject("node_errors");
        return body;
    }

    private ObjectNode nodeErrors() {
        ObjectNode all = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> node : graph.properties()) {
            String type = node.getValue().path("class_type").asText();
            ArrayNode errors = JSON.createArrayNode();
            check(node.getValue().path("inputs"), nodes.path(type).path("input"), errors);
            if (!errors.isEmpty()) {
                ObjectNode entry = all.putObject(node.getKey());
                entry.set("errors", errors);
                entry.putArray("dependent_outputs").add("16");
                entry.put("class_type", type);
            }
        }
        return all;
    }

    private void check(JsonNode inputs, JsonNode schema, ArrayNode errors) {
        for (Map.Entry<String, JsonNode> wanted : schema.path("required").properties()) {
            if (!inputs.has(wanted.getKey())) {
                add(errors, "required_input_missing", "Required input is missing", wanted.getKey(), wanted.getKey());
            }
        }
        for (Map.Entry<String, JsonNode> input : inputs.properties()) {
            JsonNode wanted = schema.path("required").has(input.getKey()) ? schema.path("required").get(input.getKey())
                    : schema.path("optional").path(input.getKey());
            if (!wanted.isMissingNode()) {
                check(input.getKey(), input.getValue(), wanted, errors);
            }
        }
    }

    private void check(String name, JsonNode value, JsonNode wanted, ArrayNode errors) {
        JsonNode choices = wanted.path(0).isArray() ? wanted.path(0) : wanted.path(1).path("options");
        String type = wanted.path(0).asText();
        if (choices.isArray()) {
            if (!contains(choices, value)) {
                add(errors, "value_not_in_list", "Value not in list", name + ": '" + value.asText() + "' not in " + choices,
                        name);
            }
        } else if (type.equals("INT") || type.equals("FLOAT")) {
            checkNumber(name, value, type, wanted.path(1), errors);
        } else if (type.equals("STRING")) {
            if (!value.isTextual()) {
                add(errors, "invalid_input_type", "Failed to convert an input value to a STRING value", name, name);
            }
        } else if (!isLink(value, type)) {
            add(errors, "return_type_mismatch", "Return type mismatch between linked nodes", name + " should be " + type, name);
        }
    }

    private static void checkNumber(String name, JsonNode value, String type, JsonNode range, ArrayNode errors) {
        if (!value.isNumber() || type.equals("INT") && !value.isIntegralNumber()) {
            add(errors, "invalid_input_type", "Failed to convert an input value to a " + type + " value", name + ": " + value,
                    name);
        } else if (value.asDouble() < range.path("min").asDouble(-Double.MAX_VALUE)) {
            add(errors, "value_smaller_than_min", "Value " + value + " smaller than min of " + range.path("min"), name, name);
        } else if (value.asDouble() > range.path("max").asDouble(Double.MAX_VALUE)) {
            add(errors, "value_bigger_than_max", "Value " + value + " bigger than max of " + range.path("max"), name, name);
        }
    }

    private boolean isLink(JsonNode value, String type) {
        JsonNode from = graph.path(value.path(0).asText());
        return value.isArray() && value.size() == 2 && value.path(1).isInt()
                && nodes.path(from.path("class_type").asText()).path("output").path(value.path(1).asInt()).asText()
                        .equals(type);
    }

    private static boolean contains(JsonNode choices, JsonNode value) {
        for (JsonNode choice : choices) {
            if (choice.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static void add(ArrayNode errors, String type, String message, String details, String input) {
        errors.addObject().put("type", type).put("message", message).put("details", details).putObject("extra_info")
                .put("input_name", input);
    }
}
