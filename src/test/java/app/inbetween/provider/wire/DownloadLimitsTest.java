package app.inbetween.provider.wire;

import static app.inbetween.provider.wire.FilmServer.FILM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.ResultLostException;

/** How large and how slow a film may be. */
class DownloadLimitsTest extends DownloadsTestbed {

    @Test
    void whatNeverEndsIsCutShort() {
        server.follow((head, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(FILM);
            }
        });

        assertThatThrownBy(() -> fetch("/a.mp4")).isInstanceOf(ResultLostException.class)
                .hasMessage("What lies where the film should be is larger than 1048576 bytes.");
        assertThat(film()).doesNotExist();
    }

    @Test
    void whatFallsSilentIsGivenUp() {
        downloads = downloads(new Downloads.Limits(1 << 20, Duration.ofSeconds(20), Duration.ofSeconds(1)));
        server.follow((head, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 300000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.write(FILM, 0, 1000);
            out.flush();
            Thread.sleep(5_000);
        });

        assertThatThrownBy(() -> fetch("/a.mp4")).isInstanceOf(ProviderUnavailableException.class)
                .hasMessageContaining("nothing came");
        assertThat(film()).doesNotExist();
    }

    @Test
    void whatDripsIsGivenUpToo() {
        downloads = downloads(new Downloads.Limits(1 << 20, Duration.ofSeconds(2), Duration.ofSeconds(1)));
        server.follow((head, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 300000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            for (byte part : FILM) {
                out.write(part);
                out.flush();
                Thread.sleep(50);
            }
        });

        assertThatThrownBy(() -> fetch("/a.mp4")).isInstanceOf(ProviderUnavailableException.class)
                .hasMessageContaining("took too long");
    }
}
