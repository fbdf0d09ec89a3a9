package app.inbetween.provider.wire;

import static app.inbetween.provider.wire.FilmServer.FILM;
import static app.inbetween.provider.wire.FilmServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import app.inbetween.provider.ResultLostException;

/** Where a film's address may lead to. */
class DownloadRedirectsTest extends DownloadsTestbed {

    @Test
    void aRedirectIsFollowedByHand() throws IOException {
        server.follow((head, out) -> {
            if (head.startsWith("GET /a.mp4")) {
                answer(out, "302 Found", "Location: /b.mp4?token=1", new byte[0]);
            } else {
                answer(out, "200 OK", "X: y", FILM);
            }
        });

        fetch("/a.mp4");

        assertThat(server.heads()).hasSize(2);
        assertThat(server.heads().get(1)).startsWith("GET /b.mp4?token=1 ");
        assertThat(film()).hasBinaryContent(FILM);
    }

    @Test
    void aRedirectIntoThePrivateNetworkIsNotFollowed() {
        server.follow(
                (head, out) -> answer(out, "302 Found", "Location: http://169.254.169.254/latest/meta-data", new byte[0]));

        assertThatThrownBy(() -> fetch("/a.mp4")).isInstanceOf(ResultLostException.class)
                .hasMessage("Nothing is exchanged with http://169.254.169.254: it is not https.");
    }

    @Test
    void redirectsThatNeverEndAreNotFollowedForEver() {
        server.follow((head, out) -> answer(out, "302 Found", "Location: /again", new byte[0]));

        assertThatThrownBy(() -> fetch("/a.mp4")).isInstanceOf(ResultLostException.class);
        assertThat(server.heads()).hasSize(Downloads.MOST_REDIRECTS + 1);
    }

    @Test
    void aRedirectToNonsenseIsNotFollowed() {
        server.follow((head, out) -> answer(out, "302 Found", "Location: http://a b\\c", new byte[0]));

        assertThatThrownBy(() -> fetch("/a.mp4")).isInstanceOf(ResultLostException.class);
    }
}
