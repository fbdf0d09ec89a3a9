package app.inbetween.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class BodyLimitTest {

    private static final long MEGABYTE = 1024 * 1024;

    @TestHTTPResource("/create")
    URI create;
    @TempDir
    Path files;

    @Test
    void whatIsFarTooLargeIsRefusedWithAPage() throws IOException, InterruptedException {
        Path body = files.resolve("body");
        try (RandomAccessFile file = new RandomAccessFile(body.toFile(), "rw")) {
            file.setLength(300 * MEGABYTE);
        }

        HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(create)
                .header("Content-Type", "multipart/form-data; boundary=b").POST(BodyPublishers.ofFile(body)).build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("That is too much to send at once", "<h1>");
    }
}
