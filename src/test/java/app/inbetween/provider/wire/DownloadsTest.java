package app.inbetween.provider.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.ResultLostException;
import io.vertx.core.Vertx;

class DownloadsTest {

    private static final byte[] FILM = film(300_000);

    @TempDir
    Path directory;

    private final Vertx vertx = Vertx.vertx();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private ServerSocket server;
    private Downloads downloads;
    private volatile Script script;

    /** What the server does with a connection once it has read the request's head. */
    private interface Script {
        void answer(String head, OutputStream out) throws Exception;
    }

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
        downloads = downloads(new Downloads.Limits(1 << 20, Duration.ofSeconds(20), Duration.ofSeconds(10)));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aFilmIsKeptByteForByte() throws IOException {
        script = (head, out) -> answer(out, "200 OK", "Content-Type: application/octet-stream", FILM);

        fetch("/a.mp4?sig=secret");

        assertThat(film()).hasBinaryContent(FILM);
        assertThat(heads.get(0)).startsWith("GET /a.mp4?sig=secret HTTP/1.1").doesNotContainIgnoringCase("authorization")
                .doesNotContainIgnoringCase("cookie").doesNotContain("gzip");
    }

    @Test
    void aFilmMayComeInChunks() throws IOException {
        script = (head, out) -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int at = 0; at < FILM.length; at += 70_000) {
                int length = Math.min(70_000, FILM.length - at);
                out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(FILM, at, length);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        };

        fetch("/a.mp4");

        assertThat(film()).hasBinaryContent(FILM);
    }

    @Test
    void aFilmThatBreaksOffIsFetchedAgainLater() {
        script = (head, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + FILM.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(FILM, 0, FILM.length / 2);
        };

        assertThatThrownBy(() -> fetch("/a.mp4?sig=secret")).isInstanceOf(ProviderUnavailableException.class)
                .hasMessageNotContaining("secret");
        assertThat(film()).doesNotExist();
    }

    @Test
    void aFilmThatWasCutBeforeItWasSentIsFetchedAgainLater() {
        script = (head, out) -> answer(out, "200 OK", "X: y", java.util.Arrays.copyOf(FILM, FILM.length / 2));

        assertThatThrownBy(() -> fetch("/a.mp4")).isInstanceOf(ProviderUnavailableException.class)
                .hasMessage("The film arrived in part only");
        assertThat(film()).doesNotExist();
    }

    @Test
    void aPageIsNoFilm() {
        script = (head, out) -> answer(out, "200 OK", "Content-Type: video/mp4", "<html>Sign in, please</html>".getBytes());

        assertThatThrownBy(() -> fetch("/a.mp4")).isInstanceOf(ResultLostException.class)
                .hasMessage("What lies where the film should be is no film.");
        assertThat(film()).doesNotExist();
    }

    @Test
    void nothingAtAllIsNoFilm() {
        script = (head, out) -> answer(out, "200 OK", "Content-Type: video/mp4", new byte[0]);

        assertThatThrownBy(() -> fetch("/a.mp4")).isInstanceOf(ResultLostException.class);
    }

    @Test
    void whatNeverEndsIsCutShort() {
        script = (head, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(FILM);
            }
        };

        assertThatThrownBy(() -> fetch("/a.mp4")).isInstanceOf(ResultLostException.class)
                .hasMessage("What lies where the film should be is larger than 1048576 bytes.");
        assertThat(film()).doesNotExist();
    }

    @Test
    void whatFallsSilentIsGivenUp() {
        downloads = downloads(new Downloads.Limits(1 << 20, Duration.ofSeconds(20), Duration.ofSeconds(1)));
        script = (head, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 300000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.write(FILM, 0, 1000);
            out.flush();
            Thread.sleep(5_000);
        };

        assertThatThrownBy(() -> fetch("/a.mp4")).isInstanceOf(ProviderUnavailableException.class)
                .hasMessageContaining("nothing came");
        assertThat(film()).doesNotExist();
    }

    @Test
    void whatDripsIsGivenUpToo() {
        downloads = downloads(new Downloads.Limits(1 << 20, Duration.ofSeconds(2), Duration.ofSeconds(1)));
        script = (head, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 300000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (byte part : FILM) {
                out.write(part);
                out.flush();
                Thread.sleep(50);
            }
        };

        assertThatThrownBy(() -> fetch("/a.mp4")).isInstanceOf(ProviderUnavailableException.class)
                .hasMessageContaining("took too long");
    }

    @ParameterizedTest
    @ValueSource(ints = { 401, 403, 404, 410 })
    void whatIsGoneIsGone(int status) {
        script = (head, out) -> answer(out, status + " Gone", "X: y", "<Error/>".getBytes());

        assertThatThrownBy(() -> fetch("/a.mp4")).isInstanceOf(ResultLostException.class)
                .hasMessage("The film is gone: HTTP " + status + ".");
        assertThat(film()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = { "Retry-After: 7", "Retry-After: Sun, 01 Nov 2026 12:00:07 GMT" })
    void aBusyServerSaysForHowLong(String header) {
        script = (head, out) -> answer(out, "503 Busy", header, new byte[0]);

        assertThatThrownBy(() -> fetch("/a.mp4"))
                .isInstanceOfSatisfying(ProviderUnavailableException.class,
                        e -> assertThat(e.pause()).as(e.getMessage()).contains(Duration.ofSeconds(7)));
    }

    @Test
    void aRedirectIsFollowedByHand() throws IOException {
        script = (head, out) -> {
            if (head.startsWith("GET /a.mp4")) {
                answer(out, "302 Found", "Location: /b.mp4?token=1", new byte[0]);
            } else {
                answer(out, "200 OK", "X: y", FILM);
            }
        };

        fetch("/a.mp4");

        assertThat(heads).hasSize(2);
        assertThat(heads.get(1)).startsWith("GET /b.mp4?token=1 ");
        assertThat(film()).hasBinaryContent(FILM);
    }

    @Test
    void aRedirectIntoThePrivateNetworkIsNotFollowed() {
        script = (head, out) -> answer(out, "302 Found", "Location: http://169.254.169.254/latest/meta-data", new byte[0]);

        assertThatThrownBy(() -> fetch("/a.mp4")).isInstanceOf(ResultLostException.class)
                .hasMessage("Nothing is exchanged with http://169.254.169.254: it is not https.");
    }

    @Test
    void redirectsThatNeverEndAreNotFollowedForEver() {
        script = (head, out) -> answer(out, "302 Found", "Location: /again", new byte[0]);

        assertThatThrownBy(() -> fetch("/a.mp4")).isInstanceOf(ResultLostException.class);
        assertThat(heads).hasSize(Downloads.MOST_REDIRECTS + 1);
    }

    @Test
    void aRedirectToNonsenseIsNotFollowed() {
        script = (head, out) -> answer(out, "302 Found", "Location: http://a b\\c", new byte[0]);

        assertThatThrownBy(() -> fetch("/a.mp4")).isInstanceOf(ResultLostException.class);
    }

    @Test
    void whereNobodyListensItIsTriedAgain() throws IOException {
        server.close();

        assertThatThrownBy(() -> fetch("/a.mp4")).isInstanceOf(ProviderUnavailableException.class);
    }

    @Test
    void aFileThatCannotBeWrittenIsOurOwnTrouble() throws IOException {
        script = (head, out) -> answer(out, "200 OK", "X: y", FILM);
        Files.writeString(film(), "there already");

        assertThatThrownBy(() -> fetch("/a.mp4")).isInstanceOf(IOException.class);
        assertThat(film()).hasContent("there already");
    }

    private Downloads downloads(Downloads.Limits limits) {
        return new Downloads(new Wire(vertx), clock, new Destinations(), limits);
    }

    private void fetch(String target) throws IOException {
        URI origin = URI.create("http://localhost:" + server.getLocalPort());
        downloads.fetch(origin.resolve(target), new ResultHosts(List.of("films.example"), Optional.of(origin)), film());
    }

    private Path film() {
        return directory.resolve("film.mp4");
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                StringBuilder head = new StringBuilder();
                while (head.indexOf("\r\n\r\n") < 0) {
                    head.append((char) socket.getInputStream().read());
                }
                heads.add(head.toString());
                script.answer(head.toString(), socket.getOutputStream());
            } catch (Exception e) {
                // The other side has hung up, as some of them should.
            }
        }
    }

    private static void answer(OutputStream out, String status, String header, byte[] body) throws IOException {
        out.write(("HTTP/1.1 " + status + "\r\n" + header + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(body);
    }

    /** The boxes of a film around noise. */
    private static byte[] film(int size) {
        byte[] noise = new byte[size];
        new Random(5).nextBytes(noise);
        ByteArrayOutputStream film = new ByteArrayOutputStream();
        film.writeBytes(box("ftyp", "isomiso2".getBytes(StandardCharsets.US_ASCII)));
        film.writeBytes(box("moov", new byte[100]));
        film.writeBytes(box("mdat", noise));
        return film.toByteArray();
    }

    private static byte[] box(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length).putInt(8 + content.length)
                .put(name.getBytes(StandardCharsets.US_ASCII)).put(content).array();
    }
}
