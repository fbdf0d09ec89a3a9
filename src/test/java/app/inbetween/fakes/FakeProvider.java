package app.inbetween.fakes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A remote provider on this machine. Refuses what the real one refuses, and draws its films from the frames it was sent.
 * Trouble
 * comes as scripted: the next submission meets the trouble that was announced first. People without a script can ask for it in
 * the prompt: {@code #trouble run-policy}.
 */
public abstract class FakeProvider implements AutoCloseable {

    protected static final ObjectMapper JSON = new ObjectMapper();

    /** Answers without room before there is some. */
    private static final int LIMITED = 2;

    /** What nobody asks after is through after so long. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(1);
    private static final Pattern PRIVATE = Pattern
            .compile("localhost|127\\..*|10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|\\[.*|.*\\.local");

    private final HttpServer server;
    private final FakeLimits limits;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fake");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, FakeTask> tasks = Collections.synchronizedMap(new java.util.LinkedHashMap<>());
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Trouble> script = new ArrayDeque<>();
    private final Map<String, Integer> turnedAway = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Duration takes = Duration.ZERO;
    private volatile boolean held;
    private volatile boolean near;
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicReference<Standstill> standstill = new AtomicReference<>();

    /** A request as it came. */
    protected record Request(String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {

        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        public boolean is(String wantedMethod, String wantedPath) {
            return method.equals(wantedMethod) && path.equals(wantedPath);
        }

        /** @throws Refusal if it is no JSON object, or does not say so: every real provider answers with 400 then */
        public JsonNode json() {
            try {
                JsonNode tree = JSON.readTree(body);
                if (tree != null && tree.isObject() && header("content-type").matches("application/json(;.*)?")) {
                    return tree;
                }
            } catch (IOException e) {
                // said below
            }
            throw new Refusal(Reply.text(400, "The body is not a JSON object, or is not called application/json"));
        }
    }

    /** An upload that is on its way and does not arrive. */
    public record Standstill(CountDownLatch begun, CountDownLatch over) {

        public void awaitBegun() {
            await(begun);
        }

        public void goOn() {
            over.countDown();
        }

        private void stand() {
            begun.countDown();
            await(over);
        }

        private static void await(CountDownLatch latch) {
            try {
                if (!latch.await(20, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("nobody came");
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** An answer to be sent. */
    protected record Reply(int status, Map<String, String> headers, byte[] body) {

        public static Reply json(int status, Object tree) {
            return new Reply(status, Map.of("Content-Type", "application/json"),
                    JSON.valueToTree(tree).toString().getBytes(StandardCharsets.UTF_8));
        }

        public static Reply text(int status, String text) {
            return new Reply(status, Map.of("Content-Type", "text/plain"), text.getBytes(StandardCharsets.UTF_8));
        }

        public static Reply bytes(String type, byte[] bytes) {
            return new Reply(200, Map.of("Content-Type", type), bytes);
        }

        public Reply with(String name, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(name, value);
            return new Reply(status, more, body);
        }
    }

    /** Ends the handling of a request with this answer. */
    protected static final class Refusal extends RuntimeException {

        private final transient Reply reply;

        public Refusal(Reply reply) {
            super("HTTP " + reply.status(), null, false, false);
            this.reply = reply;
        }
    }

    /** The connection is closed without an answer. */
    protected static final class Hangup extends RuntimeException {

        public Hangup() {
            super("hung up", null, false, false);
        }
    }

    /** @param port 0 for any that is free */
    protected FakeProvider(int port, FakeLimits limits) {
        this.limits = limits;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** As in {@code VideoProvider.name()}. */
    public abstract String name();

    /** What has to be configured for Inbetween to take this for the real one. */
    public abstract Map<String, String> configuration();

    /** The trouble this one cannot have, each with what ends the sentence "It cannot happen, because". */
    public abstract Map<Trouble, String> cannot();

    /** The trouble this one can make. */
    public final Set<Trouble> knows() {
        Set<Trouble> all = EnumSet.allOf(Trouble.class);
        all.removeAll(cannot().keySet());
        return all;
    }

    /** How a clip must end that met this trouble here. */
    public Trouble.Ending ending(Trouble trouble) {
        return trouble.ending();
    }

    /** Answers one request; called on many threads. */
    protected abstract Reply answer(Request request) throws IOException;

    public URI origin() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** The next submission meets this. */
    public void announce(Trouble trouble) {
        synchronized (script) {
            script.add(trouble);
        }
    }

    /** How long a task takes; at once by default. */
    public void takes(Duration time) {
        takes = time;
    }

    /** Tasks end only by {@link FakeTask#complete}. */
    public void hold() {
        held = true;
    }

    /** From now on everything may be done as often as anybody likes, as with an account that has grown. */
    public void liftLimits() {
        limits.lift();
    }

    /**
     * Minutes and seconds of the limits pass by that clock, as they do for whoever keeps to them; by the one on the wall
     * otherwise.
     */
    public void keepTimeBy(Clock clock) {
        limits.keepTimeBy(clock);
    }

    /** What was refused, or had to wait, because more was asked for than a new account may have; nobody had announced it. */
    public List<String> overruns() {
        return limits.overruns();
    }

    /** News can be sent to this machine too; the real ones reach public addresses only. */
    public void reachLocalhost() {
        near = true;
    }

    /** In the order they were made. */
    public List<FakeTask> tasks() {
        synchronized (tasks) {
            return List.copyOf(tasks.values());
        }
    }

    /** How many tasks were made, those that were forgotten since among them. */
    public int made() {
        return made.get();
    }

    /** Everything that was asked so far. */
    public List<String> log() {
        synchronized (requests) {
            return requests.stream().map(request -> request.method() + " " + request.path()).toList();
        }
    }

    /** Forgets tasks, script and log; files stay. */
    public void clear() {
        tasks.clear();
        made.set(0);
        requests.clear();
        limits.clear();
        held = false;
        takes = Duration.ZERO;
        synchronized (script) {
            script.clear();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** What the next submission has to suffer; by script, or because its prompt asks for it. */
    protected Optional<Trouble> trouble(String prompt) {
        synchronized (script) {
            return Optional.ofNullable(script.poll()).or(() -> Wish.in(prompt).filter(wish -> !isOver(wish, prompt)))
                    .filter(knows()::contains);
        }
    }

    /** Who asks for a limit in words meets it twice, and then there is room, as there would be; the next clip meets it anew. */
    private boolean isOver(Trouble wish, String prompt) {
        boolean over = wish.name().startsWith("RATE_LIMITED") && turnedAway.merge(prompt, 1, Integer::sum) > LIMITED;
        if (over) {
            turnedAway.remove(prompt);
        }
        return over;
    }

    /** The next upload is not answered before it is let go on. */
    public Standstill standsStill() {
        Standstill still = new Standstill(new CountDownLatch(1), new CountDownLatch(1));
        standstill.set(still);
        return still;
    }

    /** What is announced for uploads, once. */
    protected boolean failsUpload() {
        Optional.ofNullable(standstill.getAndSet(null)).ifPresent(Standstill::stand);
        synchronized (script) {
            return script.peek() == Trouble.UPLOAD_502 && script.poll() != null;
        }
    }

    /** A gateway takes the request for broken off, and says so in words that would be a refusal of the provider's otherwise. */
    protected static void breakOff(FakeTask task) {
        for (Trouble trouble : List.of(Trouble.CREATED_THEN_408, Trouble.CREATED_THEN_499)) {
            if (task.suffersOnce(trouble)) {
                int status = Integer.parseInt(trouble.name().substring("CREATED_THEN_".length()));
                throw new Refusal(Reply.json(status, Map.of("success", false, "code", "RequestTimeOut", "message",
                        "The request timed out", "error", "The request timed out", "detail", "The request timed out")));
            }
        }
    }

    protected FakeLimits limits() {
        return limits;
    }

    /** Whether news can be sent there. */
    protected boolean reaches(URI address) {
        return near || "https".equals(address.getScheme()) && address.getHost() != null
                && !PRIVATE.matcher(address.getHost()).matches();
    }

    protected FakeTask add(FakeTask task) {
        if (limits.isFull(running(tasks()))) {
            limits.overrun("a task more than may run");
        }
        tasks.put(task.id(), task);
        made.incrementAndGet();
        return task;
    }

    /** How many of them are under way, whoever asks after them. */
    protected long running(List<FakeTask> some) {
        return some.stream().filter(task -> !task.isCancelled() && !isSeenThrough(task)).filter(
                task -> held || Instant.now().isBefore(task.created().plus(takes).plus(FORGOTTEN))).count();
    }

    /** Whether those before it have taken all the room. */
    protected boolean waits(FakeTask task) {
        List<FakeTask> all = tasks();
        return limits.isFull(running(all.subList(0, Math.max(0, all.indexOf(task)))));
    }

    protected Optional<FakeTask> task(String id) {
        return Optional.ofNullable(tasks.get(id));
    }

    protected void forget(FakeTask task) {
        tasks.remove(task.id());
    }

    /** Whether the task is through; it is first seen waiting, then running, and only then done. */
    protected boolean isDone(FakeTask task) {
        return isSeenThrough(task) && !waits(task);
    }

    private boolean isSeenThrough(FakeTask task) {
        return task.isCompleted() || !held && task.asked() > 2 && !Instant.now().isBefore(task.created().plus(takes));
    }

    /** An upload, or a film, under a name of its own below {@code /files/}. */
    protected URI keep(String name, byte[] bytes) {
        files.put(name, bytes);
        return origin().resolve("/files/" + name);
    }

    /** What lies at an address of ours. */
    protected Optional<byte[]> kept(String address) {
        String prefix = origin() + "/files/";
        return address.startsWith(prefix) ? Optional.ofNullable(files.get(address.substring(prefix.length())))
                : Optional.empty();
    }

    protected Optional<byte[]> keptNamed(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** Waits as long as the fake lives: an answer that never comes. */
    protected void neverAnswer() {
        try {
            closing.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Hangup();
    }

    /** Runs beside the requests, as the sending of a webhook. */
    protected void beside(Runnable task) {
        threads.execute(task);
    }

    /** The film of a task, as the renderer draws it from its two frames. */
    protected byte[] film(FakeTask task) {
        return FakeFilms.draw(task);
    }

    private void handle(HttpExchange exchange) {
        try {
            Request request = read(exchange);
            requests.add(request);
            write(exchange, reply(request));
        } catch (Hangup | IOException e) {
            exchange.close();
        }
    }

    private Reply reply(Request request) throws IOException {
        try {
            return answer(request);
        } catch (Refusal refusal) {
            return refusal.reply;
        } catch (Hangup hangup) {
            throw hangup;
        } catch (RuntimeException e) {
            e.printStackTrace();
            return Reply.text(500, "The fake broke: " + e);
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return new Request(exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
                query(exchange.getRequestURI().getRawQuery()), headers, exchange.getRequestBody().readAllBytes());
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static void write(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        if (reply.body().length > 0) {
            exchange.getResponseBody().write(reply.body());
        }
        exchange.close();
    }

    /** A trouble a person asks for in the prompt. */
    private static final class Wish {

        private static final Pattern WISH = Pattern.compile("#trouble ([a-z0-9-]+)");

        static Optional<Trouble> in(String prompt) {
            java.util.regex.Matcher wish = WISH.matcher(prompt == null ? "" : prompt);
            return wish.find()
                    ? java.util.Arrays.stream(Trouble.values())
                            .filter(it -> it.name().equals(wish.group(1).toUpperCase(Locale.ROOT).replace('-', '_')))
                            .findFirst()
                    : Optional.empty();
        }
    }
}
