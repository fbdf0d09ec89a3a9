package app.inbetween.provider.dashscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpServer;

import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.RemoteJob;
import app.inbetween.provider.VideoProvider;

/** Refusals as only an account of one's own could show them. */
class DashScopeClientTest {

    private HttpServer server;
    private VideoProvider provider;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        provider = new DashScopeSettings(Optional.of("sk-any"), Optional.of(URI.create("http://localhost:"
                + server.getAddress().getPort())), DashScopeConfig.Upload.INLINE, Duration.ofSeconds(20)).provider();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void throttlingAsksForAPauseUnderWhateverStatusItComes() {
        answers(400, "{\"code\":\"Throttling.RateQuota\",\"message\":\"Requests rate limit exceeded\"}");
        RemoteJob job = new RemoteJob(UUID.randomUUID(), "any", "t1");

        assertThatThrownBy(() -> provider.status(job)).isInstanceOfSatisfying(ProviderUnavailableException.class,
                e -> assertThat(e.pause()).contains(Duration.ZERO));
    }

    private void answers(int status, String body) {
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
