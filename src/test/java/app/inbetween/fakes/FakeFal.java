package app.inbetween.fakes;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** fal's queue, storage, keys and prices, all on one address. */
public final class FakeFal extends FakeProvider {

    public static final String KEY = "6f1d0c52-fake:3a9be8f0c47d";

    private static final Pattern REQUEST = Pattern
            .compile("/([^/]+/[^/]+)/requests/([^/]+)(/status|/status/stream|/cancel|/response)?");

    private final FakeFalStorage storage = new FakeFalStorage(this);
    private final FakeFalHooks hooks = new FakeFalHooks();

    public FakeFal(int port) {
        // What is beyond two at once waits in its queue; nothing is refused for coming too often.
        super(port, new FakeLimits(Optional.empty(), Optional.empty(), 2));
    }

    @Override
    public String name() {
        return "fal";
    }

    @Override
    public Map<String, String> configuration() {
        return Map.of("inbetween.provider.fal.api-key", KEY, "inbetween.provider.fal.base-url", origin().toString());
    }

    @Override
    public Map<Trouble, String> cannot() {
        return Map.of();
    }

    @Override
    public Trouble.Ending ending(Trouble trouble) {
        if (trouble == Trouble.FILM_EXPIRED) {
            // It tells the same address each time, and that stays expired.
            return Trouble.FILM_GONE.ending();
        }
        // Nobody can look for a request whose id never arrived; only a webhook tells of it.
        return trouble.creates() ? Trouble.Ending.unknown() : trouble.ending();
    }

    /** Tells of a request that is through once more, as happens when the first answer was lost. */
    public void tellAgain(FakeTask task) {
        task.webhook().ifPresent(to -> beside(() -> tell(task, to)));
    }

    @Override
    protected Reply answer(Request request) throws IOException {
        String path = request.path();
        if (request.method().equals("GET") && path.startsWith("/files/")) {
            return storage.get(path.substring("/files/".length()));
        }
        if (request.method().equals("PUT") && path.startsWith("/upload/")) {
            return storage.put(request);
        }
        if (request.is("GET", "/.well-known/jwks.json")) {
            return Reply.json(200, hooks.keys());
        }
        if (path.startsWith("/v1/")) {
            return platform(request);
        }
        if (!request.header("authorization").equals("Key " + KEY)) {
            return FakeFalReplies.unauthorised();
        }
        return request.is("POST", "/storage/upload/initiate") ? storage.initiate(request) : queue(request);
    }

    private Reply platform(Request request) {
        if (!request.header("authorization").equals("Key " + KEY)) {
            return Reply.json(401,
                    Map.of("error", Map.of("type", "authorization_error", "message", "Authentication required")));
        }
        List<String> endpoints = Arrays.asList(request.query().getOrDefault("endpoint_id", "").split(","));
        if (!request.is("GET", "/v1/models/pricing") || endpoints.stream().anyMatch(it -> FakeFalModels.at(it).isEmpty())) {
            return Reply.json(404, Map.of("error", Map.of("type", "not_found", "message", "Not found")));
        }
        return FakeFalReplies.prices(endpoints);
    }

    private Reply queue(Request request) {
        Matcher at = REQUEST.matcher(request.path());
        if (!at.matches()) {
            return request.method().equals("POST") ? submit(request, request.path().substring(1))
                    : Reply.json(405, Map.of("detail", "Method Not Allowed"));
        }
        String action = Optional.ofNullable(at.group(3)).orElse("/response");
        Optional<FakeTask> task = task(at.group(2)).filter(it -> FakeFalReplies.app(it).equals(at.group(1)))
                .filter(it -> !it.suffers(Trouble.RUN_LOST));
        if (task.isEmpty()) {
            return action.equals("/response") ? Reply.json(404, Map.of("detail", "Request not found"))
                    : Reply.json(404, Map.of("status", "NOT_FOUND"));
        }
        return switch (request.method() + " " + action) {
            case "GET /status" -> status(task.get(), request.query().getOrDefault("logs", "0").equals("1"));
            case "GET /status/stream" -> stream(task.get());
            case "GET /response" -> result(task.get());
            case "PUT /cancel" -> cancel(task.get());
            default -> Reply.json(405, Map.of("detail", "Method Not Allowed"));
        };
    }

    private Reply submit(Request request, String endpoint) {
        FakeFalModel model = FakeFalModels.at(endpoint)
                .orElseThrow(() -> new Refusal(Reply.json(404, Map.of("detail", "Application not found"))));
        JsonNode input = request.json();
        Optional<Trouble> trouble = trouble(input.path("prompt").asText());
        trouble.ifPresent(FakeFal::refuse);
        List<Map<String, Object>> problems = model.problems(input, this::picture);
        if (!problems.isEmpty()) {
            return Reply.json(422, Map.of("detail", problems));
        }
        FakeTask task = add(new FakeTask(UUID.randomUUID().toString(), endpoint, input,
                picture(model.first(input)).orElseThrow(), picture(model.last(input)).orElseThrow(), model.length(input),
                model.frameRate(input), Optional.ofNullable(request.query().get("fal_webhook")).map(URI::create)));
        trouble.ifPresent(task::suffer);
        task.webhook().filter(this::reaches).ifPresent(to -> beside(() -> tellWhenDone(task, to)));
        return accepted(task);
    }

    private static void refuse(Trouble trouble) {
        FakeFalReplies.refusal(trouble).ifPresent(reply -> {
            throw new Refusal(reply);
        });
    }

    private Reply accepted(FakeTask task) {
        Gateway.breakOff(task);
        if (task.suffers(Trouble.CREATED_THEN_CLOSED)) {
            throw new Hangup();
        }
        if (task.suffers(Trouble.CREATED_THEN_SILENT)) {
            neverAnswer();
        }
        if (task.suffers(Trouble.CREATED_THEN_502)) {
            return Reply.text(502, "<html>Bad Gateway</html>");
        }
        return task.suffers(Trouble.CREATED_THEN_GARBAGE) ? Reply.text(200, "<html>Welcome</html>")
                : Reply.json(200, FakeFalReplies.state(origin(), task, "IN_QUEUE", false));
    }

    private Reply status(FakeTask task, boolean logs) {
        if (task.suffersOnce(Trouble.POLL_CLOSED)) {
            throw new Hangup();
        }
        if (task.suffersOnce(Trouble.POLL_502)) {
            return Reply.text(502, "Bad Gateway");
        }
        if (task.suffersOnce(Trouble.POLL_GARBAGE)) {
            return Reply.text(200, "<html>Sign in</html>");
        }
        if (task.suffersOnce(Trouble.POLL_RATE_LIMITED)) {
            return FakeFalReplies.tooMany("7");
        }
        int asked = task.ask();
        String state = isThrough(task) ? "COMPLETED" : asked == 1 || waits(task) ? "IN_QUEUE" : "IN_PROGRESS";
        return Reply.json(state.equals("COMPLETED") ? 200 : 202, FakeFalReplies.state(origin(), task, state, logs));
    }

    /** Everything that happens until the end, at once; of one that is held, where it stands. */
    private Reply stream(FakeTask task) {
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < 3 && !events.toString().contains("COMPLETED"); i++) {
            events.append("data: ").append(new String(status(task, true).body(), StandardCharsets.UTF_8)).append("\n\n");
        }
        return Reply.bytes("text/event-stream", events.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Reply result(FakeTask task) {
        return isThrough(task) ? outcome(task) : Reply.json(400, Map.of("detail", "Request is still in progress"));
    }

    private Reply outcome(FakeTask task) {
        return FakeFalReplies.failure(task)
                .orElseGet(() -> Reply.json(200, FakeFalReplies.film(origin(), task))).with("x-fal-request-id", task.id());
    }

    private Reply cancel(FakeTask task) {
        if (isThrough(task)) {
            return Reply.json(400, Map.of("status", "ALREADY_COMPLETED"));
        }
        task.cancel();
        return Reply.json(202, Map.of("status", "CANCELLATION_REQUESTED"));
    }

    private boolean isThrough(FakeTask task) {
        return task.isCancelled() || isDone(task);
    }

    private Optional<byte[]> picture(String address) {
        if (address.startsWith("data:image/") && address.contains(";base64,")) {
            return Optional.of(Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1)));
        }
        return kept(address);
    }

    /** Who is told need not ask, so it takes its time whether anybody asks or not. */
    private void tellWhenDone(FakeTask task, URI to) {
        try {
            task.ask();
            task.ask();
            task.ask();
            while (!isThrough(task)) {
                Thread.sleep(10);
            }
            tell(task, to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(FakeTask task, URI to) {
        if (task.suffers(Trouble.RUN_LOST)) {
            return;
        }
        try {
            hooks.deliver(to, task.id(), Reply.JSON.writeValueAsBytes(FakeFalReplies.news(task, outcome(task))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
