package app.inbetween.provider.comfyui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import app.inbetween.provider.Reconciliation;

/**
 * Finds a prompt on the server. It moves from pending to running to history, and not in one step: only who has looked into the
 * history, then into the queue, and has missed it twice in a row knows that it is nowhere.
 */
final class Prompts {

    private static final int LOOKS = 2;
    private static final String OURS = ComfyUiClient.FOLDER + "/";

    private final ComfyUiClient client;

    Prompts(ComfyUiClient client) {
        this.client = client;
    }

    /** Where a prompt is. */
    sealed interface Place {
    }

    record Pending() implements Place {
    }

    record Running() implements Place {
    }

    record Finished(JsonNode entry) implements Place {
    }

    record Nowhere() implements Place {
    }

    Place find(String id) {
        for (int look = 0; look < LOOKS; look++) {
            JsonNode entry = client.history(id).path(id);
            if (entry.isObject()) {
                return new Finished(entry);
            }
            Place place = inQueue(id);
            if (!(place instanceof Nowhere)) {
                return place;
            }
        }
        return new Nowhere();
    }

    private Place inQueue(String id) {
        JsonNode queue = client.queue();
        if (holds(queue.path("queue_running"), id)) {
            return new Running();
        }
        return holds(queue.path("queue_pending"), id) ? new Pending() : new Nowhere();
    }

    private static boolean holds(JsonNode items, String id) {
        for (JsonNode item : items) {
            if (item.path(1).asText().equals(id)) {
                return true;
            }
        }
        return false;
    }

    /**
     * By what its graph says, for servers that give prompts ids of their own. That it is not there is certain where everything
     * was looked at, or where the server keeps our ids, as then it would have been found by its own.
     */
    Reconciliation findByToken(String token) {
        boolean certain = true;
        for (int look = 0; look < LOOKS; look++) {
            JsonNode history = client.history();
            List<JsonNode> prompts = new ArrayList<>();
            history.forEach(entry -> prompts.add(entry.path("prompt")));
            JsonNode queue = client.queue();
            queue.path("queue_running").forEach(prompts::add);
            queue.path("queue_pending").forEach(prompts::add);
            Optional<JsonNode> found = prompts.stream().filter(prompt -> isOf(prompt, token)).findFirst();
            if (found.isPresent()) {
                return new Reconciliation.Found(found.get().path(1).asText());
            }
            certain &= history.size() < ComfyUiClient.LATELY || prompts.stream().anyMatch(Prompts::keepsOurId);
        }
        return certain ? new Reconciliation.Absent()
                : new Reconciliation.Unclear("ComfyUI's history is longer than what was looked at");
    }

    /** A prompt is its number, its id, its graph, and more. */
    private static boolean isOf(JsonNode prompt, String token) {
        return prompt.path(1).isTextual() && prompt.path(2).toString().contains(token);
    }

    private static boolean keepsOurId(JsonNode prompt) {
        for (JsonNode node : prompt.path(2)) {
            String prefix = node.at("/inputs/filename_prefix").asText();
            if (prefix.startsWith(OURS)) {
                return Sending.promptId(prefix.substring(OURS.length())).equals(prompt.path(1).asText());
            }
        }
        return false;
    }
}
