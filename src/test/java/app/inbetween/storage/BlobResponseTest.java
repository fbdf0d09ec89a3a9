package app.inbetween.storage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class BlobResponseTest {

    private static final String KEY = "test/film.mp4";
    private static final String LARGE = "test/large.mp4";
    private static final String DIGITS = "0123456789".repeat(100);

    @Inject
    BlobStore store;
    @TempDir
    Path files;
    @TestHTTPResource
    URI server;

    @BeforeEach
    void store() throws IOException {
        store.put(KEY, Files.writeString(files.resolve("film"), DIGITS));
    }

    @ParameterizedTest
    @ValueSource(strings = { "file", "stream" })
    void withoutARangeAllIsServed(String way) {
        Response response = film().get("/test/blobs/" + way);

        response.then().statusCode(200).contentType("video/mp4")
                .header("Content-Length", "1000").header("Transfer-Encoding", nullValue())
                .header("Accept-Ranges", "bytes").header("Content-Range", nullValue())
                .header("ETag", notNullValue()).header("Last-Modified", notNullValue())
                .header("Cache-Control", "private, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff").header("Content-Disposition", nullValue());
        assertThat(response.asString()).isEqualTo(DIGITS);
    }

    @ParameterizedTest
    @CsvSource({ "bytes=0-0, 0, 1", "bytes=0-499, 0, 500", "bytes=500-, 500, 500", "bytes=-500, 500, 500", "bytes=999-, 999, 1",
            "bytes=-1, 999, 1", "bytes=0-, 0, 1000", "bytes=0-999, 0, 1000", "bytes=-1000, 0, 1000", "bytes=-5000, 0, 1000",
            "bytes=990-5000, 990, 10", "BYTES=1-2, 1, 2", "bytes= 7-9, 7, 3" })
    void aRangeIsServedAsAPart(String range, int from, int length) {
        for (String way : new String[] { "file", "stream" }) {
            Response response = film().header("Range", range).get("/test/blobs/" + way);

            response.then().statusCode(206).contentType("video/mp4").header("Content-Length", String.valueOf(length))
                    .header("Content-Range", "bytes " + from + "-" + (from + length - 1) + "/1000")
                    .header("Accept-Ranges", "bytes").header("ETag", notNullValue());
            assertThat(response.asString()).isEqualTo(DIGITS.substring(from, from + length));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "bytes=0-9,20-29", "bytes=5-2", "bytes=-",
            "bytes=a-b", "bytes", "seconds=1-2", "bytes=99999999999999999999-" })
    void aRangeOfSeveralPartsOrNonsenseIsServedWhole(String range) {
        Response response = film().header("Range", range).get("/test/blobs/file");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.asString()).isEqualTo(DIGITS);
    }

    @ParameterizedTest
    @ValueSource(strings = { "bytes=1000-", "bytes=1000-1001", "bytes=5000-6000", "bytes=-0" })
    void aRangeBeyondTheEndIsRefused(String range) {
        film().header("Range", range).get("/test/blobs/file").then().statusCode(416)
                .header("Content-Range", "bytes */1000").header("Cache-Control", nullValue())
                .body(is("There are only 1000 bytes.\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "file", "stream" })
    void headTellsTheSizeAndSendsNothing(String way) {
        film().header("Range", "bytes=0-9").head("/test/blobs/" + way).then().statusCode(200)
                .header("Content-Length", "1000").header("Accept-Ranges", "bytes").header("ETag", notNullValue())
                .contentType("video/mp4").body(is(""));
    }

    @Test
    void ifRangeServesAPartOfTheSameContentOnly() {
        Response whole = film().get("/test/blobs/file");

        for (String known : new String[] { whole.header("ETag"), whole.header("Last-Modified") }) {
            film().header("Range", "bytes=0-9").header("If-Range", known).get("/test/blobs/file").then().statusCode(206);
        }
        for (String other : new String[] { "\"other\"", "W/" + whole.header("ETag"), "Thu, 01 Jan 2026 00:00:00 GMT" }) {
            film().header("Range", "bytes=0-9").header("If-Range", other).get("/test/blobs/file").then().statusCode(200)
                    .body(is(DIGITS));
        }
    }

    @Test
    void aBrowserThatHasItGetsNoBody() {
        Response whole = film().get("/test/blobs/file");
        String etag = whole.header("ETag");

        for (String known : new String[] { etag, "W/" + etag, "\"other\", " + etag, "*" }) {
            film().header("If-None-Match", known).get("/test/blobs/file").then().statusCode(304).header("ETag", etag)
                    .header("Cache-Control", "private, max-age=31536000, immutable").body(is(""));
        }
        film().header("If-Modified-Since", whole.header("Last-Modified")).get("/test/blobs/file").then().statusCode(304);
        film().header("If-None-Match", etag).head("/test/blobs/file").then().statusCode(304);
    }

    @Test
    void aBrowserThatHasSomethingElseGetsIt() {
        film().header("If-None-Match", "\"other\"").get("/test/blobs/file").then().statusCode(200);
        film().header("If-Modified-Since", "Thu, 01 Jan 2026 00:00:00 GMT").get("/test/blobs/file").then().statusCode(200);
        film().header("If-Modified-Since", "yesterday").get("/test/blobs/file").then().statusCode(200);
    }

    @Test
    void aDownloadCarriesItsName() {
        film().queryParam("name", "Träume \"im\" Büro; 夢/1.mp4").get("/test/blobs/file").then().statusCode(200)
                .header("Content-Disposition", "attachment; filename=\"Traume _im_ Buro; __1.mp4\"; "
                        + "filename*=UTF-8''Tr%C3%A4ume%20%22im%22%20B%C3%BCro%3B%20%E5%A4%A2%2F1.mp4");
    }

    @Test
    void aNameCannotAddAHeader() {
        film().queryParam("name", "a\r\nLocation: b.mp4").get("/test/blobs/file").then().statusCode(200)
                .header("Location", nullValue())
                .header("Content-Disposition", "attachment; filename=\"a__Location: b.mp4\"; "
                        + "filename*=UTF-8''a%0D%0ALocation%3A%20b.mp4");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        given().queryParam("key", "test/missing.mp4").get("/test/blobs/file").then().statusCode(404);
        given().queryParam("key", "test/missing.mp4").head("/test/blobs/file").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = { "file", "stream" })
    void anEmptyBlobIsServedAndHasNoPart(String way) throws IOException {
        store.put("test/empty.mp4", Files.writeString(files.resolve("empty"), ""));
        RequestSpecification empty = given().queryParam("key", "test/empty.mp4");

        empty.get("/test/blobs/" + way).then().statusCode(200).header("Content-Length", "0").body(is(""));
        empty.header("Range", "bytes=0-").get("/test/blobs/" + way).then().statusCode(416)
                .header("Content-Range", "bytes */0");
    }

    @ParameterizedTest
    @ValueSource(strings = { "file", "stream" })
    void aLargePartArrivesAsItWas(String way) throws IOException {
        byte[] bytes = storeLarge(5_000_000);

        byte[] part = given().queryParam("key", LARGE).header("Range", "bytes=1234567-4567890").get("/test/blobs/" + way)
                .asByteArray();

        assertThat(part).isEqualTo(Arrays.copyOfRange(bytes, 1234567, 4567891));
    }

    @ParameterizedTest
    @ValueSource(strings = { "file", "stream" })
    void aReaderWhoHangsUpLeavesNoTraceAndNoHarm(String way) throws Exception {
        storeLarge(50_000_000);
        CountingHandler warnings = new CountingHandler();
        Logger root = Logger.getLogger("");
        root.addHandler(warnings);

        try {
            for (int i = 0; i < 10; i++) {
                hangUpEarly("/test/blobs/" + way + "?key=" + LARGE);
            }
            film().get("/test/blobs/" + way).then().statusCode(200).body(is(DIGITS));
        } finally {
            root.removeHandler(warnings);
        }

        assertThat(warnings.seen).isEmpty();
    }

    private void hangUpEarly(String path) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(100)).hasSize(100);
        }
    }

    private byte[] storeLarge(int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(3).nextBytes(bytes);
        store.put(LARGE, Files.write(files.resolve("large"), bytes));
        return bytes;
    }

    private RequestSpecification film() {
        return given().queryParam("key", KEY);
    }

    private static class CountingHandler extends Handler {

        final List<String> seen = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
                seen.add(line.getLoggerName() + ": " + line.getMessage() + " " + line.getThrown());
            }
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    }
}
