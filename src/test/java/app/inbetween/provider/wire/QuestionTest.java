package app.inbetween.provider.wire;

import static app.inbetween.provider.wire.FilmServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.inbetween.provider.ProviderUnavailableException;
import io.vertx.core.Vertx;

class QuestionTest {

    private final Vertx vertx = Vertx.vertx();
    private FilmServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FilmServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void whoHasNoRoomAndNamesNoTimeAsksForAPauseAllTheSame() {
        assertThat(pause("429 Too Many Requests", "X: y")).contains(Duration.ZERO);
        assertThat(pause("429 Too Many Requests", "Retry-After: soon")).contains(Duration.ZERO);
    }

    @Test
    void whoNamesATimeIsLeftAloneForThatLong() {
        assertThat(pause("429 Too Many Requests", "Retry-After: 7")).contains(Duration.ofSeconds(7));
        assertThat(pause("503 Busy", "Retry-After: 7")).contains(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @ValueSource(strings = { "408 Timeout", "425 Too Early", "500 Oops", "503 Busy" })
    void troubleWithoutATimeAsksForNoPause(String status) {
        assertThat(pause(status, "X: y")).isEmpty();
    }

    private Optional<Duration> pause(String status, String header) {
        server.follow((head, out) -> answer(out, status, header, new byte[0]));
        AtomicReference<Optional<Duration>> pause = new AtomicReference<>();
        assertThatThrownBy(() -> Question.ask(new Wire(vertx), Call.get(server.origin().resolve("/")), Instant.EPOCH))
                .isInstanceOfSatisfying(ProviderUnavailableException.class, e -> pause.set(e.pause()));
        return pause.get();
    }
}
