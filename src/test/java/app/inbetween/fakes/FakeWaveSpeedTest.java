package app.inbetween.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;

import app.inbetween.provider.Webhooks.Delivery;

/** How strict it is, and how it sends webhooks. */
class FakeWaveSpeedTest {

    private static final String PIXEL = "data:image/png;base64,"
            + "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    private static final String FRAMES = "\"first_image\":\"https://elsewhere.test/a.png\",\"last_image\":\"https://elsewhere.test/b.png\"";

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<Delivery> received = new LinkedBlockingQueue<>();
    private final Deque<Integer> answers = new ArrayDeque<>();

    private FakeWaveSpeed fake;
    private HttpServer listener;

    @BeforeEach
    void start() throws IOException {
        fake = new FakeWaveSpeed(0);
        fake.reachLocalhost();
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/", exchange -> {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, all) -> headers.put(name.toLowerCase(Locale.ROOT), all.get(0)));
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(answers.isEmpty() ? 200 : answers.poll(), -1);
            exchange.close();
            received.add(new Delivery(headers, body, Clock.systemUTC().instant()));
        });
        listener.start();
    }

    @AfterEach
    void stop() {
        fake.close();
        listener.stop(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "wavespeed-ai/wan-flf2v | {} | 400 | first_image",
            "wavespeed-ai/wan-flf2v | {FRAMES,\"duration\":11} | 400 | duration",
            "wavespeed-ai/wan-flf2v | {FRAMES,\"duration\":\"5\"} | 400 | duration",
            "wavespeed-ai/wan-flf2v | {FRAMES,\"size\":\"832x480\"} | 400 | size",
            "wavespeed-ai/wan-flf2v | {FRAMES,\"num_inference_steps\":41} | 400 | num_inference_steps",
            "wavespeed-ai/wan-flf2v | {FRAMES,\"guidance_scale\":1} | 400 | guidance_scale",
            "wavespeed-ai/wan-flf2v | {FRAMES,\"enable_fast_mode\":\"true\"} | 400 | enable_fast_mode",
            "wavespeed-ai/wan-flf2v | {FRAMES,\"end_image\":\"x\"} | 400 | end_image",
            "wavespeed-ai/wan-flf2v | {\"first_image\":\"PIXEL\",\"last_image\":\"PIXEL\"} | 400 | first_image is smaller",
            "wavespeed-ai/wan-flf2v | [] | 400 | invalid json",
            "wavespeed-ai/wan-2.2/i2v-480p-ultra-fast | {\"image\":\"x\",\"last_image\":\"y\"} | 400 | prompt",
            "wavespeed-ai/no-such-model | {FRAMES} | 404 | not found",
            "wavespeed-ai/wan-flf2v | {FRAMES} | 200 | created" })
    void refusesWhatTheRealOneRefuses(String model, String body, int status, String words) throws Exception {
        HttpResponse<String> response = post("/" + model, body.replace("FRAMES", FRAMES).replace("PIXEL", PIXEL));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains(words).contains("\"code\":" + status);
    }

    @Test
    void anAddressThatCannotBeReachedIsNoticedWhenTheTaskRuns() throws Exception {
        String id = data(post("/wavespeed-ai/wan-flf2v", "{" + FRAMES + "}")).path("id").asText();

        JsonNode task = null;
        for (int i = 0; i < 3; i++) {
            task = data(get("/predictions/" + id + "/result"));
        }

        assertThat(task.path("status").asText()).isEqualTo("failed");
        assertThat(task.path("code").asInt()).isEqualTo(1402);
    }

    @Test
    void tellsPriceModelsAndBalance() throws Exception {
        JsonNode price = data(post("/model/price",
                "{\"model_id\":\"wavespeed-ai/wan-flf2v\",\"inputs\":{\"duration\":10,\"size\":\"1280*720\"}}"));

        assertThat(price.path("price").decimalValue()).isEqualByComparingTo("0.60");
        assertThat(data(get("/models")).findValuesAsText("model_id")).contains("wavespeed-ai/wan-flf2v");
        assertThat(data(get("/balance")).path("balance").asDouble()).isEqualTo(12.34);
    }

    @Test
    void forgetsWhatIsDeleted() throws Exception {
        String id = data(post("/wavespeed-ai/wan-flf2v", "{" + FRAMES + "}")).path("id").asText();

        assertThat(data(post("/predictions/delete", "{\"ids\":[\"" + id + "\"]}")).path("deleted_count").asInt()).isEqualTo(1);
        assertThat(get("/predictions/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void tellsOfTheEndTwiceUnderOneId() throws Exception {
        String id = data(submitWithWebhook()).path("id").asText();

        Delivery first = next();
        Delivery second = next();

        assertThat(second.header("webhook-id")).isEqualTo(first.header("webhook-id")).isNotEmpty();
        assertThat(first.header("webhook-signature")).matches("v3,[0-9a-f]{64}");
        JsonNode news = new ObjectMapper().readTree(first.body());
        assertThat(news.path("id").asText()).isEqualTo(id);
        assertThat(news.has("code") && news.has("data")).isFalse();
        assertThat(received.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void sendsAgainWhatIsNotTaken() throws Exception {
        answers.addAll(List.of(500, 404, 200, 200));

        submitWithWebhook();

        String id = next().header("webhook-id");
        for (int i = 0; i < 3; i++) {
            assertThat(next().header("webhook-id")).isEqualTo(id);
        }
    }

    @Test
    void givesUpAfterThreeMore() throws Exception {
        answers.addAll(List.of(500, 500, 500, 500, 500, 500));

        submitWithWebhook();

        for (int i = 0; i < 4; i++) {
            next();
        }
        assertThat(received.poll(1, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void refusesTheSixthWithinAMinute() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(post("/wavespeed-ai/wan-flf2v", "{" + FRAMES + "}").statusCode()).isEqualTo(200);
        }

        assertThat(post("/wavespeed-ai/wan-flf2v", "{" + FRAMES + "}").statusCode()).isEqualTo(429);
        assertThat(fake.overruns()).contains("a submission beyond 5/1m");
    }

    @Test
    void letsWaitWhatIsBeyondThreeAtOnce() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ids.add(data(post("/wavespeed-ai/wan-flf2v", "{" + FRAMES + "}")).path("id").asText());
        }

        assertThat(states(ids.get(3))).containsOnly("created");
        assertThat(states(ids.get(0))).containsExactly("created", "processing", "failed");
        assertThat(states(ids.get(3))).containsOnly("failed");
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://studio.test/hooks", "https://localhost/hooks", "https://192.168.1.2/hooks", "/hooks" })
    void refusesAWebhookThatIsNotPublic(String webhook) throws Exception {
        try (FakeWaveSpeed strict = new FakeWaveSpeed(0)) {
            HttpResponse<String> answer = send(HttpRequest
                    .newBuilder(URI.create(strict.origin() + "/api/v3/wavespeed-ai/wan-flf2v?webhook=" + webhook))
                    .header("Authorization", "Bearer " + FakeWaveSpeed.KEY).header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{" + FRAMES + "}")));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("webhook");
        }
    }

    private List<String> states(String id) throws Exception {
        List<String> states = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            states.add(data(get("/predictions/" + id)).path("status").asText());
        }
        return states;
    }

    private HttpResponse<String> submitWithWebhook() throws Exception {
        String webhook = "http://localhost:" + listener.getAddress().getPort() + "/hooks/wavespeed/token";
        return post("/wavespeed-ai/wan-flf2v?webhook=" + webhook, "{" + FRAMES + "}");
    }

    private Delivery next() throws InterruptedException {
        Delivery delivery = received.poll(10, TimeUnit.SECONDS);
        assertThat(delivery).as("a webhook").isNotNull();
        return delivery;
    }

    private static JsonNode data(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body()).path("data");
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(request(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(fake.origin() + "/api/v3" + path)).timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + FakeWaveSpeed.KEY);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
