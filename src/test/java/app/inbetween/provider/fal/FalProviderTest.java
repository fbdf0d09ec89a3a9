package app.inbetween.provider.fal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import app.inbetween.fakes.FakeFal;
import app.inbetween.fakes.FakeProvider;
import app.inbetween.fakes.Trouble;
import app.inbetween.provider.Billing;
import app.inbetween.provider.Cancellation;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RemoteJob;
import app.inbetween.provider.RemoteStatus;
import app.inbetween.provider.Submission;
import app.inbetween.provider.VideoProvider;
import app.inbetween.provider.VideoProviderContract;
import app.inbetween.provider.VideoRequest;
import app.inbetween.provider.Webhooks;

class FalProviderTest extends VideoProviderContract {

    @Override
    protected FakeProvider startFake() {
        return new FakeFal(0);
    }

    @Override
    protected VideoProvider provider(FakeProvider fake) {
        return FalSetup.provider(fake.origin(), FakeFal.KEY, Clock.systemUTC());
    }

    @Override
    protected VideoProvider providerWithWrongKey(FakeProvider fake) {
        return FalSetup.provider(fake.origin(), "wrong:" + FakeFal.KEY, Clock.systemUTC());
    }

    @Override
    protected String key() {
        return FakeFal.KEY;
    }

    @Override
    protected String model() {
        return "fal/wan-flf2v";
    }

    @Override
    protected boolean findsLostTasks() {
        return false;
    }

    @Test
    void withoutAKeyItIsAbsent() {
        VideoProvider absent = FalSetup.withoutKey();

        assertThat(absent.isConfigured()).isFalse();
        assertThat(absent.models()).isEmpty();
        assertThat(absent.webhooks()).isEmpty();
    }

    @Test
    void aWrongKeyIsRefusedBeforeAnythingIsSubmitted() {
        Submission submission = providerWithWrongKey(fake()).submit(request(), CLEARED);

        assertThat(submission).isInstanceOf(Submission.Rejected.class);
        assertThat(fake().log()).containsExactly("POST /storage/upload/initiate");
    }

    @Test
    void uploadsCarryTheTokenOfTheAttempt() {
        VideoRequest request = request();

        accepted(request);

        String input = fake().tasks().get(0).input().toString();
        assertThat(input).contains("first-" + request.attemptToken() + ".png").contains("last-" + request.attemptToken());
    }

    @Test
    void theWebhookIsToldToFal() {
        URI webhook = URI.create("https://studio.example/hooks/fal/a-token?b=c&d=e f".replace(" ", "%20"));

        accepted(request(Optional.of(webhook)));

        assertThat(fake().tasks().get(0).webhook()).contains(webhook);
    }

    /** The first time nobody hears, so it is told again. */
    @Test
    void whatFalTellsIsGenuineAndTheSameEachTime() throws IOException, InterruptedException {
        BlockingQueue<Webhooks.Delivery> heard = new LinkedBlockingQueue<>();
        HttpServer studio = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        studio.createContext("/", exchange -> {
            Webhooks.Delivery delivery = delivery(exchange);
            exchange.sendResponseHeaders(heard.isEmpty() ? 503 : 200, -1);
            heard.add(delivery);
            exchange.close();
        });
        studio.start();
        try {
            fake().reachLocalhost();
            RemoteJob job = accepted(request(Optional.of(URI.create("http://localhost:" + studio.getAddress().getPort()))));

            Webhooks webhooks = provider().webhooks().orElseThrow();
            Webhooks.Hint hint = webhooks.verify(heard.poll(20, TimeUnit.SECONDS));
            Webhooks.Hint again = webhooks.verify(heard.poll(20, TimeUnit.SECONDS));

            assertThat(hint).isEqualTo(again).isEqualTo(new Webhooks.Hint(job.remoteId() + ":OK", job.remoteId()));
        } finally {
            studio.stop(0);
        }
    }

    /** As the real one drops what is not public. */
    @Test
    void newsForThisMachineIsSentOnlyWhereItIsAskedFor() throws IOException {
        List<String> heard = new CopyOnWriteArrayList<>();
        HttpServer studio = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        studio.createContext("/", exchange -> {
            heard.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        studio.start();
        String origin = "http://localhost:" + studio.getAddress().getPort();
        try {
            last(accepted(request(Optional.of(URI.create(origin + "/unasked")))));
            fake().reachLocalhost();
            accepted(request(Optional.of(URI.create(origin + "/asked"))));

            Awaitility.await().untilAsserted(() -> assertThat(heard).isNotEmpty());
            assertThat(heard).containsOnly("/asked");
        } finally {
            studio.stop(0);
        }
    }

    private static Webhooks.Delivery delivery(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return new Webhooks.Delivery(headers, exchange.getRequestBody().readAllBytes(), Instant.now());
    }

    @Test
    void aRequestIsFoundByOwnerAndAppAlone() {
        RemoteJob job = accepted(request());

        provider().status(job);

        assertThat(fake().log()).last().isEqualTo("GET /fal-ai/wan-flf2v/requests/" + job.remoteId() + "/status");
    }

    @Test
    void aRunningRequestIsAskedToStopAndEndsUnbilled() {
        fake().hold();
        RemoteJob job = accepted(request());

        Cancellation cancellation = provider().cancel(job);

        assertThat(cancellation).isEqualTo(Cancellation.ASKED);
        assertThat(last(job)).isEqualTo(new RemoteStatus.Cancelled(Billing.NOT_BILLED));
    }

    @Test
    void aRequestThatIsThroughCannotBeStopped() {
        RemoteJob job = accepted(request());
        last(job);

        assertThat(provider().cancel(job)).isEqualTo(Cancellation.REFUSED);
    }

    @Test
    void aRequestNobodyKnowsCannotBeStopped() {
        RemoteJob job = accepted(request());
        fake().clear();

        assertThat(provider().cancel(job)).isEqualTo(Cancellation.REFUSED);
        assertThat(provider().status(job)).isInstanceOf(RemoteStatus.Missing.class);
    }

    @Test
    void aKeyThatIsTakenAwayMeanwhileEndsNothing() {
        RemoteJob job = accepted(request());

        assertThatThrownBy(() -> providerWithWrongKey(fake()).status(job)).isInstanceOf(ProviderUnavailableException.class)
                .hasMessageNotContaining(key());
    }

    @Test
    void aFilmThatArrivesInPartIsFetchedAgain() throws IOException {
        fake().announce(Trouble.FILM_TRUNCATED);
        RemoteJob job = accepted(request());
        RemoteStatus.Succeeded done = (RemoteStatus.Succeeded) last(job);

        Path film = Files.createTempDirectory("fal-").resolve("film.mp4");
        assertThatThrownBy(() -> provider().fetch(job, done.location(), film)).isInstanceOf(ProviderUnavailableException.class);
        provider().fetch(job, done.location(), film);
        assertThat(film).isNotEmptyFile();
    }
}
