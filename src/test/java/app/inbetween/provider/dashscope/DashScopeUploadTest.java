package app.inbetween.provider.dashscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpServer;

import app.inbetween.provider.Submission;
import app.inbetween.provider.VideoRequest;

/** The same, with the frames in DashScope's own store. */
class DashScopeUploadTest extends DashScopeContract {

    @Override
    DashScopeConfig.Upload upload() {
        return DashScopeConfig.Upload.OSS;
    }

    @Test
    void theFramesAreStoredFirst() {
        accepted(request());

        assertThat(fake().log()).containsExactly("GET /api/v1/uploads", "POST /", "POST /",
                "POST /api/v1/services/aigc/image2video/video-synthesis");
        assertThat(fake().tasks().get(0).input().at("/input/first_frame_url").asText()).startsWith("oss://dashscope-instant/");
    }

    @Test
    void theSameAttemptMayStoreItsFramesAgain() {
        VideoRequest request = request();

        accepted(request);
        accepted(request);

        assertThat(fake().tasks()).hasSize(2);
    }

    @Test
    void whereThereIsNoRoomForAnUploadItSaysForHowLong() throws IOException {
        assertThat(whereUploadsAreRefused(429, "7")).isEqualTo(new Submission.Later(Duration.ofSeconds(7)));
        assertThat(whereUploadsAreRefused(429, "")).isEqualTo(new Submission.Later(Duration.ZERO));
    }

    @Test
    void whereUploadsAreInTroubleNothingWasSent() throws IOException {
        assertThat(whereUploadsAreRefused(503, "")).isInstanceOf(Submission.NotSent.class);
    }

    private Submission whereUploadsAreRefused(int status, String retryAfter) throws IOException {
        HttpServer gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/uploads", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        gateway.start();
        try {
            URI base = URI.create("http://localhost:" + gateway.getAddress().getPort());
            return new DashScopeSettings(Optional.of(key()), Optional.of(base), upload(), Duration.ofSeconds(2)).provider()
                    .submit(request(), CLEARED);
        } finally {
            gateway.stop(0);
        }
    }
}
