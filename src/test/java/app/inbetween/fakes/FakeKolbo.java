package app.inbetween.fakes;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import app.inbetween.provider.Billing;
import app.inbetween.provider.Failure.Reason;

/** Kolbo: its list of models, its credits, and the life of its clips. */
public final class FakeKolbo extends FakeProvider {

    public static final String KEY = "kolbo_live_fake_5f0b2c";

    private static final String CLIPS = "/api/v1/generate/";

    private final FilmDoor films = new FilmDoor();
    private final FakeKolboShop shop = new FakeKolboShop();
    private volatile boolean silent;

    public FakeKolbo(int port) {
        super(port, FakeLimits.of("10/1m", "300/1m", Integer.MAX_VALUE));
    }

    /** From now on it lists these, a JSON array as Kolbo writes it. */
    public void offer(String list) {
        shop.offer(list);
    }

    /** Whether its list of models cannot be had. */
    public void keepQuiet(boolean quiet) {
        silent = quiet;
    }

    /** Whether it takes the question for its models, and answers only when this is over. */
    public void stall(boolean stalled) {
        shop.stall(stalled);
    }

    public double credits() {
        return shop.credits();
    }

    public void grant(double balance) {
        shop.grant(balance);
    }

    @Override
    public String name() {
        return "kolbo";
    }

    @Override
    public Map<String, String> configuration() {
        String prefix = "inbetween.provider.kolbo.";
        return Map.of(prefix + "api-key", KEY, prefix + "base-url", origin() + "/api", prefix + "dollars-per-credit", "0.01");
    }

    @Override
    public Map<Trouble, String> cannot() {
        return Map.of(Trouble.UPLOAD_502, "the frames travel inside the submission", Trouble.MEDIA_REFUSED,
                "a frame that is none is refused as any other field: as settings are");
    }

    @Override
    public Trouble.Ending ending(Trouble trouble) {
        if (trouble.creates()) {
            return Trouble.Ending.unknown();
        }
        if (FakeKolboClip.failsBy(trouble) && trouble != Trouble.RUN_POLICY) {
            // It says in words what went wrong, and in nothing else.
            return Trouble.RUN_FAILED.ending();
        }
        // Its credits were taken at the start, and nothing is known of their coming back.
        return trouble == Trouble.RUN_CANCELLED ? new Trouble.Ending("FAILED", Reason.CANCELLED, Billing.BILLED)
                : trouble.ending();
    }

    @Override
    protected Reply answer(Request request) {
        if (request.path().startsWith("/films/")) {
            return task(request.path().split("/")[2]).map(task -> films.open(task, request.path(), () -> film(task)))
                    .orElseGet(() -> Reply.text(404, "Not found"));
        }
        if (!request.header("x-api-key").equals(KEY)) {
            throw FakeKolboRefusals.unauthorised();
        }
        if (request.is("GET", "/api/v1/models")) {
            FakeKolboRefusals.refuseBeyond(limits().question());
            return list(request.query());
        }
        if (request.is("GET", "/api/v1/account/credits")) {
            return reply(Map.of("credits", Map.of("total", credits(), "plan_credits", credits(), "credit_pack", 0, "redemption",
                    0)));
        }
        if (request.is("POST", CLIPS + "first-last-frame")) {
            return submit(request);
        }
        return clip(request, request.path().split("/"));
    }

    private Reply clip(Request request, String[] path) {
        boolean known = request.path().startsWith(CLIPS) && path.length == 6;
        FakeTask task = task(known ? path[4] : "").filter(it -> !it.suffers(Trouble.RUN_LOST) || it.asked() == 0)
                .orElseThrow(() -> FakeKolboRefusals.refusal(404, "NOT_FOUND", "Generation not found"));
        if (request.method().equals("GET") && path[5].equals("status")) {
            FakeKolboRefusals.refuseBeyond(limits().question());
            return status(task);
        }
        if (request.method().equals("POST") && path[5].equals("cancel")) {
            request.json();
            return cancel(task);
        }
        throw FakeKolboRefusals.refusal(404, "NOT_FOUND", "Not found");
    }

    private Reply list(Map<String, String> query) {
        if (silent) {
            throw new Refusal(Reply.text(503, "Service unavailable"));
        }
        shop.waitWhileStalled();
        boolean ours = query.getOrDefault("type", "first_last_frame").equals("first_last_frame");
        return reply(Map.of("models", ours ? shop.models() : List.of(), "count", ours ? shop.models().size() : 0));
    }

    private Reply submit(Request request) {
        FakeKolboRefusals.refuseBeyond(limits().submission());
        FakeKolboInput input = new FakeKolboInput(request, this::kept);
        JsonNode model = shop.model(input.model());
        input.fits(model);
        Optional<Trouble> trouble = trouble(input.fields().path("prompt").asText(""));
        trouble.ifPresent(FakeKolboRefusals::refuse);
        double price = shop.charge(model, input);
        FakeTask task = add(new FakeTask("flf_" + UUID.randomUUID(), input.model(), input.fields(), input.first(), input.last(),
                Duration.ofSeconds(input.duration()), 24, Optional.empty()));
        trouble.ifPresent(task::suffer);
        return answerTo(task, price);
    }

    private Reply answerTo(FakeTask task, double price) {
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
        return reply(Map.of("generation_id", task.id(), "type", "first_last_frame", "model", task.model(), "credits_charged",
                price, "poll_url", CLIPS + task.id() + "/status", "poll_interval_hint", 8));
    }

    private Reply status(FakeTask task) {
        if (task.suffersOnce(Trouble.POLL_CLOSED)) {
            throw new Hangup();
        }
        if (task.suffersOnce(Trouble.POLL_502)) {
            return Reply.text(502, "<html>Bad gateway</html>");
        }
        if (task.suffersOnce(Trouble.POLL_GARBAGE)) {
            return Reply.text(200, "<html>Welcome</html>");
        }
        if (task.suffersOnce(Trouble.POLL_RATE_LIMITED)) {
            throw FakeKolboRefusals.limited("1");
        }
        task.ask();
        return reply(new FakeKolboClip(task, isDone(task), origin()).described());
    }

    private Reply cancel(FakeTask task) {
        if (isDone(task) || task.isCancelled()) {
            throw FakeKolboRefusals.refusal(409, "ALREADY_FINAL", "The generation is already final");
        }
        task.cancel();
        return reply(Map.of("generation_id", task.id(), "state", "cancelled"));
    }

    private static Reply reply(Map<String, Object> content) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("success", true));
        body.putAll(content);
        return Reply.json(200, body);
    }
}
