package app.inbetween.fakes;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What ComfyUI has drawn, and the films that came of it. */
final class ComfyUiHistory {

    private final FakeComfyUi fake;
    private volatile int drawnForOthers;

    ComfyUiHistory(FakeComfyUi fake) {
        this.fake = fake;
    }

    /** It begins with this many prompts that somebody else had drawn. */
    void hasDrawnForOthers(int prompts) {
        drawnForOthers = prompts;
    }

    Reply of(String id) {
        Optional<FakeTask> task = fake.task(id);
        task.ifPresent(FakeTask::ask);
        if (task.filter(it -> it.suffersOnce(Trouble.POLL_502)).isPresent()) {
            return Reply.text(502, "Bad Gateway");
        }
        if (task.filter(it -> it.suffersOnce(Trouble.POLL_GARBAGE)).isPresent()) {
            return Reply.text(200, "<html>Please sign in</html>");
        }
        if (task.filter(it -> it.suffersOnce(Trouble.POLL_RATE_LIMITED)).isPresent()) {
            return ComfyUiRefusals.slowDown("7");
        }
        if (task.filter(it -> it.suffersOnce(Trouble.POLL_CLOSED)).isPresent()) {
            throw new Hangup();
        }
        return Reply.json(200, entries(task.stream().toList()));
    }

    /** The newest, as many as are asked for. */
    Reply lately(Map<String, String> query) {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (int i = 0; i < drawnForOthers; i++) {
            String id = new UUID(0, i).toString();
            entries.put(id, Map.of("prompt", List.of(i, id, Map.of(), Map.of(), List.of()), "outputs", Map.of()));
        }
        entries.putAll(entries(fake.tasks()));
        int skipped = Math.max(0, entries.size() - Integer.parseInt(query.getOrDefault("max_items", "10000")));
        entries.keySet().removeAll(entries.keySet().stream().limit(skipped).toList());
        return Reply.json(200, entries);
    }

    private Map<String, Object> entries(List<FakeTask> asked) {
        Map<String, Object> entries = new LinkedHashMap<>();
        asked.stream().filter(fake::isFinished).forEach(task -> entries.put(task.id(), new ComfyUiEntry(task).tree()));
        return entries;
    }

    /** The film that lies where it is looked for. */
    Reply view(Map<String, String> query) {
        if (!query.containsKey("filename")) {
            return new Reply(400, Map.of(), new byte[0]);
        }
        Map<String, String> file = Map.of("filename", query.get("filename"), "subfolder",
                query.getOrDefault("subfolder", ""), "type", query.getOrDefault("type", "output"));
        return fake.tasks().stream().filter(fake::isFinished).filter(it -> new ComfyUiEntry(it).file().equals(file))
                .findFirst().filter(it -> !it.suffers(Trouble.FILM_GONE)).map(this::film)
                .orElseGet(() -> new Reply(404, Map.of(), new byte[0]));
    }

    private Reply film(FakeTask task) {
        if (task.suffers(Trouble.FILM_IS_HTML)) {
            return Reply.bytes("text/html", "<html>Please sign in</html>".getBytes());
        }
        byte[] film = fake.film(task);
        boolean whole = !task.suffersOnce(Trouble.FILM_TRUNCATED);
        return Reply.bytes("video/mp4", whole ? film : Arrays.copyOf(film, film.length / 2));
    }
}
