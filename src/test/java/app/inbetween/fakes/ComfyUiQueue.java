package app.inbetween.fakes;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** What ComfyUI has yet to draw, and the ways to take it off the queue. */
final class ComfyUiQueue {

    private final FakeComfyUi fake;

    ComfyUiQueue(FakeComfyUi fake) {
        this.fake = fake;
    }

    Reply tell() {
        return Reply.json(200, Map.of("queue_running", prompts(true), "queue_pending", prompts(false)));
    }

    /** How many there are. */
    Reply count() {
        return Reply.json(200, Map.of("exec_info", Map.of("queue_remaining", unfinished().size())));
    }

    /** Takes off those that do not run yet. */
    Reply delete(JsonNode body) {
        for (JsonNode id : body.path("delete")) {
            fake.task(id.asText()).filter(task -> !fake.isFinished(task) && !isRunning(task)).ifPresent(fake::forget);
        }
        return new Reply(200, Map.of(), new byte[0]);
    }

    /** @param id of the one that is meant; empty for whatever runs */
    Reply interrupt(String id) {
        unfinished().stream().filter(task -> isRunning(task) && (id.isEmpty() || id.equals(task.id()))).findFirst()
                .ifPresent(FakeTask::cancel);
        return new Reply(200, Map.of(), new byte[0]);
    }

    Reply cancel(String id) {
        Optional<FakeTask> task = fake.task(id).filter(it -> !fake.isFinished(it));
        task.ifPresent(it -> {
            if (isRunning(it)) {
                it.cancel();
            } else {
                fake.forget(it);
            }
        });
        return Reply.json(200, Map.of("cancelled", task.isPresent()));
    }

    private List<List<Object>> prompts(boolean running) {
        return unfinished().stream().filter(task -> isRunning(task) == running).map(task -> new ComfyUiEntry(task).prompt())
                .toList();
    }

    private List<FakeTask> unfinished() {
        return fake.tasks().stream().filter(task -> !fake.isFinished(task)).toList();
    }

    private static boolean isRunning(FakeTask task) {
        return task.asked() > 1;
    }
}
