package app.inbetween.fakes;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A clip as Kolbo tells of it.
 *
 * @param done whether its task is through
 * @param origin of the addresses of films
 */
record FakeKolboClip(FakeTask task, boolean done, URI origin) {

    private static final Map<Trouble, String> FAILURES = Map.of(Trouble.RUN_POLICY,
            "Refused by the content policy of the model",
            Trouble.RUN_FAILED, "The model returned nothing", Trouble.RUN_MEDIA, "The first image could not be opened",
            Trouble.RUN_TRANSIENT, "The model is overloaded", Trouble.RUN_TIMED_OUT, "The generation timed out");

    /** Whether it ends with words for what went wrong. */
    static boolean failsBy(Trouble trouble) {
        return FAILURES.containsKey(trouble);
    }

    Map<String, Object> described() {
        Map<String, Object> clip = new LinkedHashMap<>(Map.of("generation_id", task.id(), "type", "first_last_frame"));
        String state = state();
        clip.put("state", state);
        clip.put("progress", state.equals("completed") ? 100 : state.equals("processing") ? 40 : 0);
        if (state.equals("failed")) {
            clip.put("error", failure().orElseThrow());
        }
        if (state.equals("completed")) {
            clip.put("result", Map.of("urls", List.of(origin + "/films/" + task.id() + "/" + task.asked() + ".mp4"),
                    "duration", task.length().toSeconds(), "model", task.model(), "aspect_ratio",
                    task.input().path("aspect_ratio").asText("16:9"), "created_at", task.created().toString()));
        }
        return clip;
    }

    private String state() {
        if (task.isCancelled()) {
            return "cancelled";
        }
        if (!done) {
            return task.asked() <= 1 ? "pending" : "processing";
        }
        return task.suffers(Trouble.RUN_CANCELLED) ? "cancelled" : failure().isPresent() ? "failed" : "completed";
    }

    private Optional<String> failure() {
        return FAILURES.entrySet().stream().filter(it -> task.suffers(it.getKey())).map(Map.Entry::getValue).findFirst();
    }
}
