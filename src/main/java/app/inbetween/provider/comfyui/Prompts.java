package app.inbetween.provider.comfyui;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Finds a prompt on the server. It moves from pending to running to history, and not in one step: only who has looked into the
 * history, then into the queue, and has missed it twice in a row knows that it is nowhere.
 */
final class Prompts {

    private static final int LOOKS = 2;

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

    /** By what its graph says, for servers that give prompts ids of their own: the id there. */
    Optional<String> findByToken(String token) {
        for (int look = 0; look < LOOKS; look++) {
            for (JsonNode entry : client.history()) {
                if (isOf(entry.path("prompt"), token)) {
                    return Optional.of(entry.path("prompt").path(1).asText());
                }
            }
            JsonNode queue = client.queue();
            for (String part : new String[] { "queue_running", "queue_pending" }) {
                for (JsonNode item : queue.path(part)) {
                    if (isOf(item, token)) {
                        return Optional.of(item.path(1).asText());
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** A prompt is its number, its id, its graph, and more. */
    private static boolean isOf(JsonNode prompt, String token) {
        return prompt.path(1).isTextual() && prompt.path(2).toString().contains(token);
    }
}
