package app.inbetween.provider.comfyui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import app.inbetween.provider.Checkup;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.catalog.CatalogEntry;

/** Whether the server has every node and every file our graphs need. */
final class Installation {

    private final ComfyUiClient client;
    private final Map<String, JsonNode> nodes = new HashMap<>();

    Installation(ComfyUiClient client) {
        this.client = client;
    }

    Checkup check(List<CatalogEntry> entries) {
        try {
            String server = describe(client.systemStats());
            return entries.stream().map(this::missing).flatMap(Optional::stream).findFirst()
                    .map(words -> Checkup.trouble(Reason.PROVIDER_AUTH, words)).orElseGet(() -> Checkup.healthy(server));
        } catch (ComfyUiClient.LockedOutException e) {
            return Checkup.trouble(Reason.PROVIDER_AUTH, "ComfyUI does not let us in: " + e.getMessage());
        } catch (ProviderUnavailableException e) {
            return Checkup.trouble(Reason.PROVIDER_TRANSIENT, e.getMessage());
        }
    }

    private static String describe(JsonNode stats) {
        JsonNode card = stats.path("devices").path(0);
        String version = stats.path("system").path("comfyui_version").asText("of unknown version");
        return "ComfyUI " + version + (card.isObject() ? " on " + card.path("name").asText("an unknown device") + ", "
                + gigabytes(card.path("vram_free")) + " of " + gigabytes(card.path("vram_total")) + " GB free." : ".");
    }

    private static long gigabytes(JsonNode bytes) {
        return Math.round(bytes.asDouble() / (1 << 30));
    }

    private Optional<String> missing(CatalogEntry entry) {
        for (JsonNode node : entry.wiring().fixed()) {
            String type = node.path("class_type").asText();
            JsonNode known = nodes.computeIfAbsent(type, it -> client.objectInfo(it).path(it));
            if (!known.isObject()) {
                return Optional
                        .of("ComfyUI has no node " + type + ", which " + entry.id() + " needs: update it, or install the "
                                + "node.");
            }
            Optional<String> file = type.equals("LoadImage") ? Optional.empty() : missing(node, known);
            if (file.isPresent()) {
                return Optional.of("ComfyUI has no " + file.get() + " for the node " + type + ", which " + entry.id()
                        + " needs: put the file into its folder of models.");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> missing(JsonNode node, JsonNode known) {
        return node.path("inputs").properties().stream().filter(input -> input.getValue().isTextual())
                .filter(input -> !isOffered(input.getValue(), known.path("input").path("required").path(input.getKey())))
                .map(input -> input.getValue().asText()).findFirst();
    }

    /** What may be chosen is a list in place of the type, or beside the type in newer nodes. Anything else is free. */
    private static boolean isOffered(JsonNode value, JsonNode input) {
        JsonNode choices = input.path(0).isArray() ? input.path(0) : input.path(1).path("options");
        if (!choices.isArray()) {
            return true;
        }
        for (JsonNode choice : choices) {
            if (choice.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
