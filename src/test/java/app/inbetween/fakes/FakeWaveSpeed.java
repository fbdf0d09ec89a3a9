package app.inbetween.fakes;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import app.inbetween.provider.RateLimit;

/** WaveSpeed's API v3. Old or bare answers, where accounts differ, are asked for by methods. */
public final class FakeWaveSpeed extends FakeProvider {

    public static final String KEY = "ws-0f3c9a7e1b2d4c5f";
    /** With its prefix, as the provider tells it. */
    public static final String SECRET = "whsec_dGVzdC1zZWNyZXQ=";

    private static final String API = "/api/v3";

    private final WaveSpeedMessenger messenger = new WaveSpeedMessenger(SECRET);
    private final WaveSpeedFilms films = new WaveSpeedFilms(this);
    private final WaveSpeedAnswers answers = new WaveSpeedAnswers(this, films);
    private final WaveSpeedUploads uploads = new WaveSpeedUploads(this, answers);
    private volatile String secret = SECRET;
    private volatile boolean oldBalance;
    private volatile boolean told = true;

    /** @param port 0 for any that is free */
    public FakeWaveSpeed(int port) {
        // The lowest level of accounts: what is beyond three at once waits there, what is beyond five in a minute is refused.
        super(port, new FakeLimits(Optional.of(RateLimit.parse("5/1m")), Optional.empty(), 3));
    }

    @Override
    public String name() {
        return "wavespeed";
    }

    @Override
    public Map<String, String> configuration() {
        return Map.of("inbetween.provider.wavespeed.api-key", KEY, "inbetween.provider.wavespeed.base-url",
                origin().toString());
    }

    @Override
    public Map<Trouble, String> cannot() {
        return Map.of();
    }

    /** Knows the older way to upload only. */
    public void withoutTickets() {
        uploads.withoutTickets();
    }

    /** Its tickets lead somewhere else. */
    public void ticketsLeadTo(URI elsewhere) {
        uploads.ticketsLeadTo(elsewhere);
    }

    /** Gives uploads names of its own. */
    public void renameUploads() {
        uploads.rename();
    }

    /** Tells the balance at the older address only. */
    public void withOldBalance() {
        oldBalance = true;
    }

    /** Tells another secret for webhooks from now on. */
    public void rotateSecret(String other) {
        secret = other;
    }

    /** The list of tasks does not tell what they were asked for with. */
    public void withoutInputs() {
        told = false;
    }

    /** Refuses more submissions in a minute. */
    public void limit(int submissions) {
        limits().submits(new RateLimit(submissions, Duration.ofMinutes(1)));
    }

    /** What was answered to each webhook that was sent, in order; 0 for nothing at all. */
    public List<Integer> webhookAnswers() {
        return messenger.answers();
    }

    @Override
    protected Reply answer(Request request) throws IOException {
        if (request.path().startsWith("/files/")) {
            return file(request.path().substring("/files/".length()));
        }
        if (request.path().startsWith("/films/")) {
            return films.open(request);
        }
        if (request.path().startsWith("/storage/")) {
            return uploads.put(request, request.path().substring("/storage/".length()));
        }
        if (!request.path().startsWith(API + "/")) {
            throw new Refusal(WaveSpeedRefusals.error(404, "page not found"));
        }
        authorise(request);
        return route(request, request.path().substring(API.length()));
    }

    /** The fixed paths come first: whatever else is posted is meant for a model. */
    private Reply route(Request request, String path) throws IOException {
        return switch (request.method() + " " + path) {
            case "POST /media/uploads" -> uploads.ticket(request);
            case "POST /media/upload/binary" -> uploads.form(request);
            case "GET /balance" ->
                oldBalance ? WaveSpeedRefusals.error(404, "not found") : answers.success(Map.of("balance", 12.34));
            case "GET /account/balance" -> answers.success(Map.of("balance", 12.34, "currency", "USD"));
            case "GET /models" -> answers.models();
            case "POST /model/price" -> answers.price(json(request));
            case "POST /predictions" -> answers.history(json(request), told);
            case "POST /predictions/delete" -> delete(json(request));
            case "GET /webhook/secret" -> answers.success(Map.of("secret", secret));
            default -> path.startsWith("/predictions/") ? result(request, path) : submit(request, path.substring(1));
        };
    }

    private Reply submit(Request request, String id) throws IOException {
        if (!request.method().equals("POST")) {
            throw new Refusal(WaveSpeedRefusals.error(404, "not found"));
        }
        limits().submission().ifPresent(wait -> {
            throw new Refusal(WaveSpeedRefusals.error(429, "too many requests"));
        });
        WaveSpeedOrder order = new WaveSpeedOrder(this, request, id);
        Optional<Trouble> trouble = trouble(order.prompt());
        trouble.ifPresent(WaveSpeedRefusals::refuse);
        FakeTask task = add(order.task());
        trouble.ifPresent(task::suffer);
        task.webhook().ifPresent(to -> beside(() -> tell(task, to)));
        Gateway.breakOff(task);
        return trouble.filter(Trouble::creates).map(this::swallow).orElseGet(() -> answers.success(answers.prediction(task)));
    }

    /** The task is there, but nobody learns of it. */
    private Reply swallow(Trouble trouble) {
        switch (trouble) {
            case CREATED_THEN_502 -> {
                return WaveSpeedRefusals.badGateway();
            }
            case CREATED_THEN_GARBAGE -> {
                return Reply.text(200, "<html>Hello</html>");
            }
            case CREATED_THEN_SILENT -> neverAnswer();
            default -> throw new Hangup();
        }
        throw new Hangup();
    }

    private Reply result(Request request, String path) {
        String[] parts = path.split("/");
        if (!request.method().equals("GET") || parts.length > 4 || parts.length == 4 && !parts[3].equals("result")) {
            throw new Refusal(WaveSpeedRefusals.error(404, "not found"));
        }
        FakeTask task = task(parts[2]).filter(it -> !it.suffers(Trouble.RUN_LOST))
                .orElseThrow(() -> new Refusal(WaveSpeedRefusals.error(404, "prediction not found")));
        if (task.suffersOnce(Trouble.POLL_502)) {
            return WaveSpeedRefusals.badGateway();
        }
        if (task.suffersOnce(Trouble.POLL_GARBAGE)) {
            return Reply.text(200, "<html>Hello</html>");
        }
        if (task.suffersOnce(Trouble.POLL_CLOSED)) {
            throw new Hangup();
        }
        if (task.suffersOnce(Trouble.POLL_RATE_LIMITED)) {
            return WaveSpeedRefusals.error(429, "too many requests");
        }
        task.ask();
        return answers.success(answers.prediction(task));
    }

    private void tell(FakeTask task, URI to) {
        // Its state is told when it has ended, whether or not anybody asks.
        while (!isDone(task)) {
            task.ask();
            WaveSpeedMessenger.pause(task, Duration.ofMillis(20));
        }
        ObjectNode news = answers.prediction(task);
        if (Set.of("completed", "failed").contains(news.path("status").asText()) && !task.suffers(Trouble.RUN_LOST)) {
            news.set("input", task.input());
            messenger.send(to, news.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private Reply delete(JsonNode wish) {
        int deleted = 0;
        for (JsonNode id : wish.path("ids")) {
            Optional<FakeTask> task = task(id.asText());
            task.ifPresent(this::forget);
            deleted += task.isPresent() ? 1 : 0;
        }
        return answers.success(Map.of("deleted_count", deleted));
    }

    private Reply file(String name) {
        return keptNamed(name).map(bytes -> Reply.bytes("image/png", bytes))
                .orElseThrow(() -> new Refusal(Reply.text(404, "not found")));
    }

    private static void authorise(Request request) {
        String header = request.header("Authorization");
        if (!header.equals("Bearer " + KEY)) {
            // Some services repeat what they refuse.
            throw new Refusal(WaveSpeedRefusals.error(401, "invalid api key " + header.replaceFirst("^Bearer ", "")));
        }
    }

    static JsonNode json(Request request) {
        try {
            return request.json();
        } catch (Refusal e) {
            throw new Refusal(WaveSpeedRefusals.error(400, "invalid json"));
        }
    }
}
