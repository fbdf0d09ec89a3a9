package app.inbetween.provider.wavespeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;

import app.inbetween.media.Dimensions;
import app.inbetween.provider.Easing;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.Reconciliation;
import app.inbetween.provider.VideoRequest;
import app.inbetween.provider.catalog.Catalog;
import app.inbetween.provider.wire.Wire;
import io.vertx.core.Vertx;

/** Lists as nobody has documented them. */
class HistoryTest {

    private static final Catalog CATALOG = new Catalog(Optional::empty);
    private static final String TOKEN = "0b8f8f9e-1c1a-4d57-9d0b-1f6f0b1c2d3e";
    private static final String OTHER = "7d1e52aa-2f60-4c0c-8a55-5d2b6f1f9c10";
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant SENT = Instant.parse("2026-11-21T11:58:00Z");

    private static Vertx vertx;

    private final AtomicInteger turns = new AtomicInteger();
    private HttpServer server;

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void close() {
        vertx.close();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "'input':{'first_image':'https://x.test/first-TOKEN.png','last_image':'https://x.test/last-TOKEN.png','seed':7}",
            "'input':{'first_image':'https://x.test/0/first-TOKEN.png?sig=1'}",
            "'webhook':'https://studio.test/hooks/wavespeed/TOKEN'" })
    void whatNamesOurAttemptIsOurs(String item) throws IOException {
        assertThat(find(once("[" + item(item) + "]"))).isEqualTo(new Reconciliation.Found("p1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "'input':{'first_image':'https://x.test/first-OTHER.png','last_image':'https://x.test/last-OTHER.png','seed':7}",
            "'input':{'first_image':'https://x.test/a.png','last_image':'https://x.test/b.png','seed':8}",
            "'model':'google/veo3.1/image-to-video'" })
    void whatIsSomebodyElsesIsNotOurs(String item) throws IOException {
        assertThat(find(once("[" + item(item) + "]"))).isEqualTo(new Reconciliation.Absent());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "'status':'created'",
            "'input':null",
            "'input':{}",
            "'input':{'first_image':'https://x.test/a.png','last_image':'https://x.test/b.png','seed':7}",
            "'input':{'first_image':'https://x.test/a.png','last_image':'https://x.test/b.png'}",
            "'input':{'first_image':'https://x.test/first-OTHER.png','last_image':'https://x.test/b.png'}",
            "'input':{'first_image':'https://x.test/first-0b8f8f9e-1c1a.png','last_image':'https://x.test/last-0b8f8f9e-1c1a.png'}",
            "'model':''" })
    void whatMayBeOursKeepsItOpen(String item) throws IOException {
        assertThat(find(once("[" + item(item) + "]"))).isInstanceOf(Reconciliation.Unclear.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "200 | <html>Hello</html>",
            "200 | {'code':200,'data':{}}",
            "200 | {'code':401,'message':'unauthorised','data':{'items':[]}}",
            "400 | {'code':400,'message':'page_size is invalid'}",
            "401 | {'code':401,'message':'unauthorised'}" })
    void aListThatMakesNoSenseProvesNothing(int status, String body) throws IOException {
        serve(page -> body.replace('\'', '"'), status);

        assertThat(search(request().sentAt(SENT))).isInstanceOf(Reconciliation.Unclear.class);
    }

    @Test
    void aListThereIsNoRoomForAsksForAPauseHoweverItSaysSo() throws IOException {
        serve(page -> "{\"code\":429,\"message\":\"too many requests\"}", 200);

        assertThatThrownBy(() -> search(request().sentAt(SENT))).isInstanceOfSatisfying(ProviderUnavailableException.class,
                e -> assertThat(e.pause()).contains(Duration.ZERO));
    }

    @Test
    void aListThatTellsTheSameAgainProvesNothing() throws IOException {
        String page = "[" + item("'model':'google/veo3.1/image-to-video'") + "]";

        assertThat(find(number -> page)).isInstanceOf(Reconciliation.Unclear.class);
    }

    @Test
    void aShortPageIsNotTheEnd() throws IOException {
        String other = "[" + item("'model':'google/veo3.1/image-to-video'") + "]";
        String ours = "[" + item("'webhook':'https://studio.test/TOKEN'").replace("p1", "p2") + "]";

        assertThat(find(number -> number == 1 ? other : number == 2 ? ours : "[]"))
                .isEqualTo(new Reconciliation.Found("p2"));
        assertThat(turns).as("for the second page").hasValue(1);
    }

    @Test
    void anEmptyListProvesNothing() throws IOException {
        assertThat(find(number -> "[]")).isInstanceOf(Reconciliation.Unclear.class);
    }

    @Test
    void aListThatTellsOnlyOfEarlierTasksMayLag() throws IOException {
        String earlier = "[" + item("'created_at':'2026-11-21T11:00:00Z'") + "]";

        assertThat(find(once(earlier))).isInstanceOf(Reconciliation.Unclear.class);
        stop();
        assertThat(find(once(earlier), request().sentAt(NOW.minus(Duration.ofMinutes(20)))))
                .isEqualTo(new Reconciliation.Absent());
    }

    @Test
    void aTaskWithoutATimeShowsNothing() throws IOException {
        assertThat(find(once("[" + item("'model':'google/veo3.1/image-to-video','created_at':''") + "]")))
                .isInstanceOf(Reconciliation.Unclear.class);
    }

    @Test
    void whereItIsNotKnownWhenItWasSentNothingIsProven() throws IOException {
        assertThat(find(once("[" + item("'model':'google/veo3.1/image-to-video'") + "]"), request()))
                .isInstanceOf(Reconciliation.Unclear.class);
    }

    @Test
    void whatIsOlderThanTheAttemptEndsTheSearch() throws IOException {
        List<Integer> asked = new ArrayList<>();
        String later = item("'model':'google/veo3.1/image-to-video'");
        String older = item("'created_at':'2026-11-20T11:00:00Z'").replace("p1", "p2");

        Reconciliation found = find(number -> {
            asked.add(number);
            return "[" + later + "," + older + "]";
        });

        assertThat(found).isEqualTo(new Reconciliation.Absent());
        assertThat(asked).containsExactly(1);
    }

    @Test
    void aListInNoOrderIsReadToItsEnd() throws IOException {
        String older = item("'created_at':'2026-11-20T11:00:00Z'").replace("p1", "p0");
        String later = item("'model':'google/veo3.1/image-to-video'");
        String oldest = item("'created_at':'2026-11-19T11:00:00Z'").replace("p1", "p3");
        String ours = item("'webhook':'https://studio.test/TOKEN'").replace("p1", "p2");

        assertThat(find(number -> number == 1 ? "[" + older + "," + later + "," + oldest + "]" : "[" + ours + "]"))
                .isEqualTo(new Reconciliation.Found("p2"));
    }

    private static IntFunction<String> once(String items) {
        return number -> number == 1 ? items : "[]";
    }

    /** Of our model, asked for just now, unless it says otherwise. */
    private static String item(String more) {
        String usual = (more.contains("'model'") ? "" : "'model':'wavespeed-ai/wan-flf2v',")
                + (more.contains("'created_at'") ? "" : "'created_at':'2026-11-21T11:59:00Z',");
        return ("{'id':'p1'," + usual + more + "}").replace('\'', '"').replace("TOKEN", TOKEN).replace("OTHER", OTHER);
    }

    private Reconciliation find(IntFunction<String> pages) throws IOException {
        return find(pages, request().sentAt(SENT));
    }

    private Reconciliation find(IntFunction<String> pages, VideoRequest request) throws IOException {
        serve(page -> "{\"code\":200,\"message\":\"success\",\"data\":{\"page\":" + page + ",\"items\":" + pages.apply(page)
                + "}}", 200);
        return search(request);
    }

    private void serve(IntFunction<String> answers, int status) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v3/predictions", exchange -> {
            int page = new ObjectMapper().readTree(exchange.getRequestBody()).path("page").asInt();
            byte[] body = answers.apply(page).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    private Reconciliation search(VideoRequest request) {
        URI origin = URI.create("http://localhost:" + server.getAddress().getPort());
        WaveSpeedClient client = new WaveSpeedClient(new Wire(vertx), Clock.fixed(NOW, ZoneOffset.UTC), origin, "key",
                Duration.ofSeconds(5));
        return new History(client).find(request, CATALOG.entry("wavespeed/wan-flf2v").orElseThrow(),
                turns::incrementAndGet);
    }

    private static VideoRequest request() {
        Path still = Path.of("still.png");
        return new VideoRequest(UUID.randomUUID(), TOKEN, "wavespeed/wan-flf2v", still, still, "480p", new Dimensions(832, 480),
                Duration.ofSeconds(5), 16, Easing.LINEAR, "", "", 7, Map.of(), Optional.empty());
    }
}
