package app.inbetween.fakes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure.Reason;

/** A ComfyUI server, behind a proxy that wants to see a header. */
public final class FakeComfyUi extends FakeProvider {

    public static final String HEADER = "X-Studio-Key";
    public static final String KEY = "comfy-door-5f1e22";

    private static final Map<Trouble, String> CANNOT = Map.of(Trouble.NO_BALANCE, "it bills nobody", Trouble.POLICY_REFUSED,
            "it checks no content", Trouble.RUN_POLICY, "it checks no content", Trouble.RUN_TRANSIENT,
            "it has one word for whatever fails: a run that failed", Trouble.RUN_TIMED_OUT, "a run has no limit of time there",
            Trouble.FILM_EXPIRED, "its films lie where they are until somebody deletes them");

    private final ComfyUiPictures pictures = new ComfyUiPictures();
    private final ComfyUiInstallation installation = new ComfyUiInstallation(pictures);
    private final ComfyUiQueue queue = new ComfyUiQueue(this);
    private final ComfyUiHistory history = new ComfyUiHistory(this);
    private volatile boolean old;

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
        history.hasDrawnForOthers(prompts);
    }

    /** A file of a model, or a kind of node, is not installed. */
    public void uninstall(String what) {
        installation.uninstall(what);
    }

    /** Pictures that were uploaded, by folder and name. */
    public Set<String> pictures() {
        return Set.copyOf(pictures.names());
    }

    @Override
    protected Reply answer(Request request) {
        if (!request.header(HEADER).equals(KEY)) {
            return ComfyUiRefusals.unauthorised();
        }
        // Every route is there twice.
        String path = request.path().startsWith("/api/") ? request.path().substring(4) : request.path();
        String last = path.substring(path.lastIndexOf('/') + 1);
        String id = path.startsWith("/jobs/") && path.endsWith("/cancel") ? path.substring(6, path.length() - 7) : last;
        return switch (request.method() + " " + (path.equals("/history") ? "/history" : path.replace("/" + id, "/*"))) {
            case "POST /upload/*" -> failsUpload() ? Reply.text(502, "Bad Gateway") : pictures.upload(request);
            case "POST /*" -> post(last, request);
            case "GET /history" -> history.lately(request.query());
            case "GET /history/*" -> history.of(id);
            case "POST /jobs/*/cancel" -> cancel(id, request);
            case "GET /object_info/*" -> installation.node(id);
            case "GET /models/*" -> installation.models(id);
            case "GET /*" -> get(last, request);
            default -> Reply.text(404, "404: Not Found");
        };
    }

    private Reply post(String route, Request request) {
        return switch (route) {
            case "prompt" -> prompt(new ComfyUiPrompt(request.json(), old));
            case "queue" -> queue.delete(request.json());
            case "interrupt" -> interrupt(request);
            case "history", "free" -> new Reply(200, Map.of(), new byte[0]);
            default -> Reply.text(405, "405: Method Not Allowed");
        };
    }

    private Reply get(String route, Request request) {
        return switch (route) {
            case "queue" -> queue.tell();
            case "prompt" -> queue.count();
            case "object_info" -> Reply.json(200, installation.nodes());
            case "view" -> history.view(request.query());
            case "system_stats" -> Reply.json(200, Map.of("system", Map.of("os", "posix", "comfyui_version", "0.36.0",
                    "python_version", "3.12.3"), "devices",
                    List.of(Map.of("name", "cuda:0 NVIDIA GeForce RTX 4090",
                            "type", "cuda", "vram_total", 25_757_220_864L, "vram_free", 22_548_578_304L))));
            default -> Reply.text(404, "404: Not Found");
        };
    }

    private Reply prompt(ComfyUiPrompt prompt) {
        Optional<Trouble> trouble = trouble(prompt.text());
        trouble.ifPresent(ComfyUiRefusals::refuse);
        prompt.problem(installation.nodes()).ifPresent(problem -> {
            throw new Refusal(Reply.json(400, problem));
        });
        FakeTask task = add(prompt.task(pictures));
        trouble.ifPresent(task::suffer);
        return accepted(task, trouble);
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

    private Reply interrupt(Request request) {
        return queue.interrupt(old || request.body().length == 0 ? "" : request.json().path("prompt_id").asText());
    }

    private Reply cancel(String id, Request request) {
        return old || !request.path().startsWith("/api/") ? Reply.text(404, "404: Not Found") : queue.cancel(id);
    }

    boolean isFinished(FakeTask task) {
        return task.isCancelled() || isDone(task);
    }
}
