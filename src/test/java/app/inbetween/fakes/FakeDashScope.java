package app.inbetween.fakes;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/** Alibaba's DashScope: its addresses, its headers, its errors, and the life of its tasks. */
public final class FakeDashScope extends FakeProvider {

    public static final String KEY = "sk-fake-0c7d2f1b9e";

    private static final String API = "/api/v1";

    private final FakeDashScopeStore store = new FakeDashScopeStore();
    private final FilmDoor films = new FilmDoor();
    private final boolean uploads;

    /** One that is sent the frames inside the request. */
    public FakeDashScope(int port) {
        this(port, false);
    }

    /** @param uploads whether frames are to be put into its store first */
    public FakeDashScope(int port, boolean uploads) {
        // Those of the older models, which are the narrower ones; what is beyond two at once is refused.
        super(port, FakeLimits.of("2/1s", "20/1s", 2));
        this.uploads = uploads;
    }

    @Override
    public String name() {
        return "dashscope";
    }

    @Override
    public Map<String, String> configuration() {
        String prefix = "inbetween.provider.dashscope.";
        return Map.of(prefix + "api-key", KEY, prefix + "base-url", origin() + API, prefix + "upload",
                uploads ? "oss" : "inline");
    }

    @Override
    public Map<Trouble, String> cannot() {
        return uploads ? Map.of() : Map.of(Trouble.UPLOAD_502, "the frames travel inside the submission");
    }

    /** What it calls a timeout is trouble of its own, and may well work the next time. */
    @Override
    public Trouble.Ending ending(Trouble trouble) {
        return trouble == Trouble.RUN_TIMED_OUT ? Trouble.RUN_TRANSIENT.ending() : trouble.ending();
    }

    @Override
    protected Reply answer(Request request) {
        if (request.is("POST", "/")) {
            return failsUpload() ? Reply.text(502, "Bad gateway") : store.upload(request);
        }
        if (request.path().startsWith("/films/")) {
            String id = request.path().split("/")[2];
            return task(id).map(task -> films.open(task, request.path(), () -> film(task)))
                    .orElseGet(() -> Reply.text(404, "NoSuchKey"));
        }
        if (!request.header("authorization").equals("Bearer " + KEY)) {
            throw refusal(401, "InvalidApiKey", "Invalid API-key provided.");
        }
        return route(request, request.path().substring(Math.min(API.length(), request.path().length())));
    }

    private Reply route(Request request, String path) {
        String method = request.method();
        if (path.startsWith("/tasks") && limits().question().isPresent()) {
            throw throttled(Optional.empty());
        }
        if (method.equals("POST") && path.matches("/services/aigc/[a-z0-9-]+/video-synthesis")) {
            return submit(request, path.split("/")[3]);
        }
        if (method.equals("GET") && path.equals("/tasks")) {
            return reply(new FakeDashScopeList(tasks(), this::state).asked(request.query()));
        }
        if (method.equals("GET") && path.matches("/tasks/[^/]+")) {
            return poll(path.substring("/tasks/".length()));
        }
        if (method.equals("POST") && path.matches("/tasks/[^/]+/cancel")) {
            return cancel(path.split("/")[2]);
        }
        if (method.equals("GET") && path.equals("/uploads") && request.query().containsKey("model")
                && "getPolicy".equals(request.query().get("action"))) {
            return reply(Map.of("data", store.policy(origin())));
        }
        throw refusal(404, "NotFound", "There is no " + method + " " + path);
    }

    private Reply submit(Request request, String service) {
        if (!request.header("x-dashscope-async").equals("enable")) {
            throw refusal(403, "AccessDenied", "current user api does not support synchronous calls");
        }
        refuseBeyond();
        JsonNode body = request.json();
        FakeDashScopeInput input = new FakeDashScopeInput(body, service);
        boolean resolves = request.header("x-dashscope-ossresourceresolve").equals("enable");
        byte[] first = input.frame(input.first(), address -> stored(address, resolves));
        byte[] last = input.frame(input.last(), address -> stored(address, resolves));
        Optional<Trouble> trouble = trouble(input.prompt());
        trouble.ifPresent(FakeDashScope::refuse);
        FakeTask task = add(new FakeTask(UUID.randomUUID().toString(), input.model(), body, first, last,
                Duration.ofSeconds(input.duration()), 30, Optional.empty()));
        trouble.ifPresent(task::suffer);
        return answerTo(task);
    }

    private void refuseBeyond() {
        boolean full = limits().isFull(running(tasks()));
        if (full) {
            limits().overrun("a task more than may run");
        }
        if (full || limits().submission().isPresent()) {
            throw throttled(Optional.empty());
        }
    }

    private Optional<byte[]> stored(String address, boolean resolves) {
        return resolves && address.startsWith("oss://") ? store.find(address) : kept(address);
    }

    private static void refuse(Trouble trouble) {
        switch (trouble) {
            case UNAUTHORISED -> throw refusal(401, "InvalidApiKey", "Invalid API-key provided.");
            case NO_BALANCE -> throw refusal(400, "Arrearage", "Access denied, your account is in arrears.");
            case INPUT_REFUSED -> throw refusal(400, "InvalidParameter", "The request parameter is invalid.");
            case MEDIA_REFUSED -> throw refusal(400, "InvalidParameter.DataInspection",
                    "Unable to download the media resource during the data inspection process.");
            case POLICY_REFUSED -> throw refusal(400, "DataInspectionFailed", "Input data may contain inappropriate content.");
            case RATE_LIMITED -> throw throttled(Optional.of("7"));
            case RATE_LIMITED_UNTIL -> throw throttled(Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME
                    .format(Instant.now().plusSeconds(7).atZone(ZoneId.of("GMT")))));
            default -> {
            }
        }
    }

    private Reply answerTo(FakeTask task) {
        Gateway.breakOff(task);
        if (task.suffersOnce(Trouble.CREATED_THEN_CLOSED)) {
            throw new Hangup();
        }
        if (task.suffersOnce(Trouble.CREATED_THEN_SILENT)) {
            neverAnswer();
        }
        if (task.suffersOnce(Trouble.CREATED_THEN_502)) {
            return Reply.text(502, "<html>Bad gateway</html>");
        }
        if (task.suffersOnce(Trouble.CREATED_THEN_GARBAGE)) {
            return Reply.text(200, "<html>Welcome</html>");
        }
        return reply(Map.of("output", Map.of("task_status", "PENDING", "task_id", task.id())));
    }

    private Reply poll(String id) {
        FakeTask task = task(id).orElse(null);
        if (task == null || task.suffers(Trouble.RUN_LOST) && task.asked() > 0) {
            return reply(Map.of("output", Map.of("task_id", id, "task_status", "UNKNOWN")));
        }
        troubleQuestions(task);
        task.ask();
        return reply(FakeDashScopeTask.described(task, isDone(task), origin()));
    }

    private void troubleQuestions(FakeTask task) {
        if (task.suffersOnce(Trouble.POLL_CLOSED)) {
            throw new Hangup();
        }
        if (task.suffersOnce(Trouble.POLL_502)) {
            throw new Refusal(Reply.text(502, "<html>Bad gateway</html>"));
        }
        if (task.suffersOnce(Trouble.POLL_GARBAGE)) {
            throw new Refusal(Reply.text(200, "<html>Welcome</html>"));
        }
        if (task.suffersOnce(Trouble.POLL_RATE_LIMITED)) {
            throw throttled(Optional.of("1"));
        }
    }

    private String state(FakeTask task) {
        return FakeDashScopeTask.state(task, isDone(task));
    }

    private Reply cancel(String id) {
        FakeTask task = task(id).orElseThrow(() -> refusal(400, "InvalidParameter", "There is no such task."));
        if (!state(task).equals("PENDING")) {
            throw refusal(400, "UnsupportedOperation", "Only a pending task can be cancelled.");
        }
        task.cancel();
        return reply(Map.of());
    }

    private static Reply reply(Map<String, Object> content) {
        Map<String, Object> body = new LinkedHashMap<>(content);
        body.put("request_id", UUID.randomUUID().toString());
        return Reply.json(200, body);
    }

    static Refusal refusal(int status, String code, String message) {
        return new Refusal(Reply.json(status, Map.of("code", code, "message", message, "request_id", UUID.randomUUID())));
    }

    private static Refusal throttled(Optional<String> retryAfter) {
        Reply reply = Reply.json(429, Map.of("code", "Throttling.RateQuota", "message",
                "Requests rate limit exceeded, please try again later.", "request_id", UUID.randomUUID()));
        return new Refusal(retryAfter.map(after -> reply.with("Retry-After", after)).orElse(reply));
    }
}
