package app.inbetween.fakes;

import static app.inbetween.fakes.ComfyUiGraph.error;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure.Reason;

/** A ComfyUI server, behind a proxy that wants to see a header. */
public final class FakeComfyUi extends FakeProvider {

    public static final String HEADER = "X-Studio-Key";
    public static final String KEY = "comfy-door-5f1e22";

    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Map<Trouble, String> CANNOT = Map.of(Trouble.NO_BALANCE, "it bills nobody", Trouble.POLICY_REFUSED,
            "it checks no content", Trouble.RUN_POLICY, "it checks no content", Trouble.RUN_TRANSIENT,
            "it has one word for whatever fails: a run that failed", Trouble.RUN_TIMED_OUT, "a run has no limit of time there",
            Trouble.FILM_EXPIRED, "its films lie where they are until somebody deletes them");

    private final Map<String, byte[]> pictures = new ConcurrentHashMap<>();
    private final Set<String> missing = ConcurrentHashMap.newKeySet();
    private volatile boolean old;
    private volatile int drawnForOthers;

    public FakeComfyUi(int port) {
        super(port, FakeLimits.none());
    }

    @Override
    public String name() {
        return "comfyui";
    }

    @Override
    public Map<String, String> configuration() {
        return Map.of("inbetween.provider.comfyui.base-url", origin().toString(), "inbetween.provider.comfyui.header-name",
                HEADER, "inbetween.provider.comfyui.header-value", KEY);
    }

    @Override
    public Map<Trouble, String> cannot() {
        return CANNOT;
    }

    /** Its memory is all there is: what it has forgotten is lost, and cost nobody anything. */
    @Override
    public Trouble.Ending ending(Trouble trouble) {
        return trouble == Trouble.RUN_LOST ? new Trouble.Ending("FAILED", Reason.LOST, Billing.NOT_BILLED)
                : super.ending(trouble);
    }

    /** Gives prompts ids of its own, whatever it is told, and knows no way to cancel but to interrupt whatever runs. */
    public void growOld() {
        old = true;
    }

    /** Its history begins with this many prompts that somebody else had drawn. */
    public void hasDrawnForOthers(int prompts) {
        drawnForOthers = prompts;
    }

    /** A file of a model, or a kind of node, is not installed. */
    public void uninstall(String what) {
        missing.add(what);
    }

    /** Pictures that were uploaded, by folder and name. */
    public Set<String> pictures() {
        return Set.copyOf(pictures.keySet());
    }

    @Override
    protected Reply answer(Request request) {
        if (!request.header(HEADER).equals(KEY)) {
            return Reply.text(401, "401 Authorization Required");
        }
        // Every route is there twice.
        String path = request.path().startsWith("/api/") ? request.path().substring(4) : request.path();
        String last = path.substring(path.lastIndexOf('/') + 1);
        String id = path.startsWith("/jobs/") && path.endsWith("/cancel") ? path.substring(6, path.length() - 7) : last;
        return switch (request.method() + " " + (path.equals("/history") ? "/history" : path.replace("/" + id, "/*"))) {
            case "POST /upload/*" -> upload(request);
            case "POST /*" -> post(last, request);
            case "GET /history" -> lately(request.query());
            case "GET /history/*" -> history(id);
            case "POST /jobs/*/cancel" -> cancel(id, request);
            case "GET /object_info/*" -> objectInfo(id);
            case "GET /models/*" -> models(id);
            case "GET /*" -> get(last, request);
            default -> Reply.text(404, "404: Not Found");
        };
    }

    private Reply post(String route, Request request) {
        return switch (route) {
            case "prompt" -> prompt(request.json());
            case "queue" -> delete(request.json());
            case "interrupt" -> interrupt(request);
            case "history", "free" -> new Reply(200, Map.of(), new byte[0]);
            default -> Reply.text(405, "405: Method Not Allowed");
        };
    }

    private Reply get(String route, Request request) {
        return switch (route) {
            case "queue" -> Reply.json(200, Map.of("queue_running", queue(true), "queue_pending", queue(false)));
            case "prompt" -> Reply.json(200, Map.of("exec_info", Map.of("queue_remaining", unfinished().size())));
            case "object_info" -> Reply.json(200, nodes());
            case "view" -> view(request.query());
            case "system_stats" -> Reply.json(200, Map.of("system", Map.of("os", "posix", "comfyui_version", "0.36.0",
                    "python_version", "3.12.3"), "devices",
                    List.of(Map.of("name", "cuda:0 NVIDIA GeForce RTX 4090",
                            "type", "cuda", "vram_total", 25_757_220_864L, "vram_free", 22_548_578_304L))));
            default -> Reply.text(404, "404: Not Found");
        };
    }

    private Reply upload(Request request) {
        if (failsUpload()) {
            return Reply.text(502, "Bad Gateway");
        }
        Optional<ComfyUiUpload> upload = ComfyUiUpload.of(request.header("Content-Type"), request.body());
        if (upload.isEmpty()) {
            return new Reply(400, Map.of(), new byte[0]);
        }
        ComfyUiUpload file = upload.get();
        String name = file.fileName();
        byte[] there = pictures.get(file.path(name));
        if (there != null && !file.overwrite() && !Arrays.equals(there, file.bytes())) {
            name = name.replaceFirst("(\\.\\w+)$", " (1)$1");
        }
        pictures.put(file.path(name), file.bytes());
        return Reply.json(200, Map.of("name", name, "subfolder", file.folder(), "type", file.type()));
    }

    private Reply prompt(JsonNode body) {
        Optional<Trouble> trouble = trouble(body.at("/prompt/9/inputs/text").asText());
        Reply refusal = trouble.map(this::refusal).orElse(null);
        if (refusal != null) {
            return refusal;
        }
        String wanted = body.path("prompt_id").asText();
        if (body.has("prompt_id") && !old && !wanted.matches(ID)) {
            return Reply.json(400, error("invalid_prompt_id", "prompt_id must be a valid UUID"));
        }
        Optional<JsonNode> problem = body.path("prompt").isObject() ? new ComfyUiGraph(nodes(), body.get("prompt")).problem()
                : Optional.of(error("no_prompt", "No prompt provided"));
        if (problem.isPresent()) {
            return Reply.json(400, problem.get());
        }
        FakeTask task = add(task(wanted.isEmpty() || old ? UUID.randomUUID().toString() : wanted, body));
        trouble.ifPresent(task::suffer);
        return accepted(task, trouble);
    }

    /** Null where the task is made all the same. */
    private Reply refusal(Trouble trouble) {
        return switch (trouble) {
            case RATE_LIMITED -> Reply.text(429, "Slow down").with("Retry-After", "7");
            case RATE_LIMITED_UNTIL -> Reply.text(429, "Slow down").with("Retry-After",
                    DateTimeFormatter.RFC_1123_DATE_TIME
                            .format(ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(7)));
            case UNAUTHORISED -> Reply.text(401, "401 Authorization Required");
            case INPUT_REFUSED -> Reply.json(400, refused("KSampler", "value_bigger_than_max",
                    "Value 99999 bigger than max of 10000", "steps"));
            case MEDIA_REFUSED -> Reply.json(400, refused("LoadImage", "custom_validation_failed",
                    "Custom validation failed for node", "image - Invalid image file: a.png"));
            default -> null;
        };
    }

    private static JsonNode refused(String node, String type, String message, String details) {
        ObjectNode body = error("prompt_outputs_failed_validation", "Prompt outputs failed validation");
        ObjectNode entry = ((ObjectNode) body.get("node_errors")).putObject("13").put("class_type", node);
        entry.putArray("errors").addObject().put("type", type).put("message", message).put("details", details);
        return body;
    }

    private Reply accepted(FakeTask task, Optional<Trouble> trouble) {
        Gateway.breakOff(task);
        switch (trouble.orElse(Trouble.RUN_LOST)) {
            case CREATED_THEN_CLOSED -> throw new Hangup();
            case CREATED_THEN_SILENT -> neverAnswer();
            case CREATED_THEN_502 -> {
                return Reply.text(502, "<html>Bad Gateway</html>");
            }
            case CREATED_THEN_GARBAGE -> {
                return Reply.text(200, "<html>OK</html>");
            }
            default -> {
                // answered below
            }
        }
        if (task.suffers(Trouble.RUN_LOST)) {
            forget(task);
        }
        return Reply.json(200, Map.of("prompt_id", task.id(), "number", tasks().size(), "node_errors", Map.of()));
    }

    private FakeTask task(String id, JsonNode body) {
        JsonNode graph = body.get("prompt");
        JsonNode wan = node(graph, "WanFirstLastFrameToVideo").orElseThrow(
                () -> new Refusal(Reply.json(400, error("invalid_prompt", "This machine draws between two frames only"))));
        int rate = node(graph, "CreateVideo").map(node -> node.path("fps").asInt()).orElse(16);
        return new FakeTask(id, "comfyui", body, picture(graph, wan.path("start_image")), picture(graph, wan.path("end_image")),
                Duration.ofMillis((wan.path("length").asInt() - 1) * 1000L / rate), rate, Optional.empty());
    }

    private byte[] picture(JsonNode graph, JsonNode link) {
        return pictures.get(graph.path(link.path(0).asText()).at("/inputs/image").asText());
    }

    private static Optional<JsonNode> node(JsonNode graph, String type) {
        for (JsonNode node : graph) {
            if (node.path("class_type").asText().equals(type)) {
                return Optional.of(node.path("inputs"));
            }
        }
        return Optional.empty();
    }

    private Reply history(String id) {
        Optional<FakeTask> task = task(id);
        task.ifPresent(FakeTask::ask);
        if (task.filter(it -> it.suffersOnce(Trouble.POLL_502)).isPresent()) {
            return Reply.text(502, "Bad Gateway");
        }
        if (task.filter(it -> it.suffersOnce(Trouble.POLL_GARBAGE)).isPresent()) {
            return Reply.text(200, "<html>Please sign in</html>");
        }
        if (task.filter(it -> it.suffersOnce(Trouble.POLL_RATE_LIMITED)).isPresent()) {
            return Reply.text(429, "Slow down").with("Retry-After", "7");
        }
        if (task.filter(it -> it.suffersOnce(Trouble.POLL_CLOSED)).isPresent()) {
            throw new Hangup();
        }
        return history(task.stream().toList());
    }

    /** The newest, as many as are asked for. */
    private Reply lately(Map<String, String> query) {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (int i = 0; i < drawnForOthers; i++) {
            String id = new UUID(0, i).toString();
            entries.put(id, Map.of("prompt", List.of(i, id, Map.of(), Map.of(), List.of()), "outputs", Map.of()));
        }
        entries.putAll(entries(tasks()));
        int skipped = Math.max(0, entries.size() - Integer.parseInt(query.getOrDefault("max_items", "10000")));
        entries.keySet().removeAll(entries.keySet().stream().limit(skipped).toList());
        return Reply.json(200, entries);
    }

    private Reply history(List<FakeTask> asked) {
        return Reply.json(200, entries(asked));
    }

    private Map<String, Object> entries(List<FakeTask> asked) {
        Map<String, Object> entries = new LinkedHashMap<>();
        asked.stream().filter(this::isFinished).forEach(task -> entries.put(task.id(), new ComfyUiEntry(task).tree()));
        return entries;
    }

    private boolean isFinished(FakeTask task) {
        return task.isCancelled() || isDone(task);
    }

    private List<FakeTask> unfinished() {
        return tasks().stream().filter(task -> !isFinished(task)).toList();
    }

    private List<List<Object>> queue(boolean running) {
        return unfinished().stream().filter(task -> isRunning(task) == running).map(task -> new ComfyUiEntry(task).prompt())
                .toList();
    }

    private static boolean isRunning(FakeTask task) {
        return task.asked() > 1;
    }

    private Reply delete(JsonNode body) {
        for (JsonNode id : body.path("delete")) {
            task(id.asText()).filter(task -> !isFinished(task) && !isRunning(task)).ifPresent(this::forget);
        }
        return new Reply(200, Map.of(), new byte[0]);
    }

    private Reply interrupt(Request request) {
        String id = old || request.body().length == 0 ? "" : request.json().path("prompt_id").asText();
        unfinished().stream().filter(task -> isRunning(task) && (id.isEmpty() || id.equals(task.id()))).findFirst()
                .ifPresent(FakeTask::cancel);
        return new Reply(200, Map.of(), new byte[0]);
    }

    private Reply cancel(String id, Request request) {
        if (old || !request.path().startsWith("/api/")) {
            return Reply.text(404, "404: Not Found");
        }
        Optional<FakeTask> task = task(id).filter(it -> !isFinished(it));
        task.ifPresent(it -> {
            if (isRunning(it)) {
                it.cancel();
            } else {
                forget(it);
            }
        });
        return Reply.json(200, Map.of("cancelled", task.isPresent()));
    }

    private Reply view(Map<String, String> query) {
        if (!query.containsKey("filename")) {
            return new Reply(400, Map.of(), new byte[0]);
        }
        Optional<FakeTask> task = tasks().stream().filter(this::isFinished)
                .filter(it -> new ComfyUiEntry(it).file().equals(Map.of("filename", query.get("filename"), "subfolder",
                        query.getOrDefault("subfolder", ""), "type", query.getOrDefault("type", "output"))))
                .findFirst();
        if (task.isEmpty() || task.get().suffers(Trouble.FILM_GONE)) {
            return new Reply(404, Map.of(), new byte[0]);
        }
        if (task.get().suffers(Trouble.FILM_IS_HTML)) {
            return Reply.bytes("text/html", "<html>Please sign in</html>".getBytes());
        }
        byte[] film = film(task.get());
        boolean whole = !task.get().suffersOnce(Trouble.FILM_TRUNCATED);
        return Reply.bytes("video/mp4", whole ? film : Arrays.copyOf(film, film.length / 2));
    }

    private Reply objectInfo(String type) {
        ObjectNode nodes = nodes();
        return Reply.json(200, nodes.has(type) ? Map.of(type, nodes.get(type)) : Map.of());
    }

    private Reply models(String folder) {
        Map<String, String> nodes = Map.of("diffusion_models", "UNETLoader", "vae", "VAELoader", "text_encoders", "CLIPLoader",
                "clip_vision", "CLIPVisionLoader");
        return nodes.containsKey(folder)
                ? Reply.json(200, nodes().path(nodes.get(folder)).path("input").path("required").iterator().next().path(0))
                : Reply.text(404, "404: Not Found");
    }

    private ObjectNode nodes() {
        ObjectNode nodes = ComfyUiGraph.nodes(pictures.keySet());
        nodes.remove(missing);
        nodes.forEach(node -> node.at("/input/required").forEach(input -> uninstall(input.path(0).elements())));
        return nodes;
    }

    private void uninstall(Iterator<JsonNode> choices) {
        while (choices.hasNext()) {
            if (missing.contains(choices.next().asText())) {
                choices.remove();
            }
        }
    }
}
