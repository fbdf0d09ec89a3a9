package app.inbetween.fakes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** What ComfyUI tells of a prompt, in its queue and in its history. */
record ComfyUiEntry(FakeTask task) {

    /** Number, id, graph, more, and the nodes that have an output. */
    List<Object> prompt() {
        return List.of(7, task.id(), task.input().get("prompt"), Map.of("client_id", task.input().path("client_id").asText()),
                List.of("16"));
    }

    Map<String, Object> tree() {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("prompt", prompt());
        entry.put("outputs",
                isSuccess() ? Map.of("16", Map.of("images", List.of(file()), "animated", List.of(true))) : Map.of());
        entry.put("status", Map.of("status_str", isSuccess() ? "success" : "error", "completed", isSuccess(), "messages",
                List.of(List.of("execution_start", Map.of("prompt_id", task.id(), "timestamp", 1767323045000L)), end())));
        entry.put("meta", Map.of());
        return entry;
    }

    /** Where the film lies: a slash in the prefix makes a folder. */
    Map<String, String> file() {
        String prefix = "";
        for (JsonNode node : task.input().get("prompt")) {
            prefix = node.at("/inputs/filename_prefix").asText(prefix);
        }
        int slash = prefix.lastIndexOf('/');
        return Map.of("filename", prefix.substring(slash + 1) + "_00001_.mp4", "subfolder",
                slash < 0 ? "" : prefix.substring(0, slash), "type", "output");
    }

    private boolean isSuccess() {
        return !isInterrupted() && !task.suffers(Trouble.RUN_FAILED) && !task.suffers(Trouble.RUN_MEDIA);
    }

    private boolean isInterrupted() {
        return task.isCancelled() || task.suffers(Trouble.RUN_CANCELLED);
    }

    private List<Object> end() {
        if (isInterrupted()) {
            return List.of("execution_interrupted",
                    Map.of("prompt_id", task.id(), "node_id", "13", "node_type", "KSampler", "executed", List.of()));
        }
        if (task.suffers(Trouble.RUN_MEDIA)) {
            return error("LoadImage", "PIL.UnidentifiedImageError", "cannot identify image file");
        }
        return isSuccess() ? List.of("execution_success", Map.of("prompt_id", task.id(), "timestamp", 1767323145000L))
                : error("KSampler", "torch.OutOfMemoryError", "Allocation on device 0 would exceed allowed memory.");
    }

    private List<Object> error(String node, String type, String message) {
        return List.of("execution_error", Map.of("prompt_id", task.id(), "node_id", "13", "node_type", node, "executed",
                List.of(), "exception_message", message, "exception_type", type, "traceback", List.of()));
    }
}
