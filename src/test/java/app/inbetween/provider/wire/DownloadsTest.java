package app.inbetween.provider.wire;

import static app.inbetween.provider.wire.FilmServer.FILM;
import static app.inbetween.provider.wire.FilmServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.ResultLostException;

class DownloadsTest extends DownloadsTestbed {

    @Test
    void aFilmIsKeptByteForByte() throws IOException {
        server.follow((head, out) -> answer(out, "200 OK", "Content-Type: application/octet-stream", FILM));

        fetch("/a.mp4?sig=secret");

        assertThat(film()).hasBinaryContent(FILM);
        assertThat(server.heads().get(0)).startsWith("GET /a.mp4?sig=secret HTTP/1.1")
                .doesNotContainIgnoringCase("authorization")
                .doesNotContainIgnoringCase("cookie").doesNotContain("gzip");
    }

    @Test
    void aFilmMayComeInChunks() throws IOException {
        server.follow((head, out) -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int at = 0; at < FILM.length; at += 70_000) {
                int length = Math.min(70_000, FILM.length - at);
                out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(FILM, at, length);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        });

        fetch("/a.mp4");

        assertThat(film()).hasBinaryContent(FILM);
    }

    @Test
    void aFilmThatBreaksOffIsFetchedAgainLater() {
        server.follow((head, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + FILM.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(FILM, 0, FILM.length / 2);
        });

        assertThatThrownBy(() -> fetch("/a.mp4?sig=secret")).isInstanceOf(ProviderUnavailableException.class)
                .hasMessageNotContaining("secret");
        assertThat(film()).doesNotExist();
    }

    @Test
    void aFilmThatWasCutBeforeItWasSentIsFetchedAgainLater() {
        server.follow((head, out) -> answer(out, "200 OK", "X: y", Arrays.copyOf(FILM, FILM.length / 2)));

        assertThatThrownBy(() -> fetch("/a.mp4")).isInstanceOf(ProviderUnavailableException.class)
                .hasMessage("The film arrived in part only");
        assertThat(film()).doesNotExist();
    }

    @Test
    void aPageIsNoFilm() {
        server.follow(
                (head, out) -> answer(out, "200 OK", "Content-Type: video/mp4", "<html>Sign in, please</html>".getBytes()));

        assertThatThrownBy(() -> fetch("/a.mp4")).isInstanceOf(ResultLostException.class)
                .hasMessage("What lies where the film should be is no film.");
        assertThat(film()).doesNotExist();
    }

    @Test
    void nothingAtAllIsNoFilm() {
        server.follow((head, out) -> answer(out, "200 OK", "Content-Type: video/mp4", new byte[0]));

        assertThatThrownBy(() -> fetch("/a.mp4")).isInstanceOf(ResultLostException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = { 401, 403, 404, 410 })
    void whatIsGoneIsGone(int status) {
        server.follow((head, out) -> answer(out, status + " Gone", "X: y", "<Error/>".getBytes()));

        assertThatThrownBy(() -> fetch("/a.mp4")).isInstanceOf(ResultLostException.class)
                .hasMessage("The film is gone: HTTP " + status + ".");
        assertThat(film()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = { "Retry-After: 7", "Retry-After: Sun, 01 Nov 2026 12:00:07 GMT" })
    void aBusyServerSaysForHowLong(String header) {
        server.follow((head, out) -> answer(out, "503 Busy", header, new byte[0]));

        assertThatThrownBy(() -> fetch("/a.mp4"))
                .isInstanceOfSatisfying(ProviderUnavailableException.class,
                        e -> assertThat(e.pause()).as(e.getMessage()).contains(Duration.ofSeconds(7)));
    }

    @Test
    void whereNobodyListensItIsTriedAgain() throws IOException {
        server.close();

        assertThatThrownBy(() -> fetch("/a.mp4")).isInstanceOf(ProviderUnavailableException.class);
    }

    @Test
    void aFileThatCannotBeWrittenIsOurOwnTrouble() throws IOException {
        server.follow((head, out) -> answer(out, "200 OK", "X: y", FILM));
        Files.writeString(film(), "there already");

        assertThatThrownBy(() -> fetch("/a.mp4")).isInstanceOf(IOException.class);
        assertThat(film()).hasContent("there already");
    }
}
