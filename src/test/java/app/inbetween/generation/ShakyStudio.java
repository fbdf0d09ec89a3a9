package app.inbetween.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;

import app.inbetween.generation.pace.ProviderHealth;
import app.inbetween.provider.Submission;

/** A studio whose provider is handed one clip after the other, and fails when it is told to. */
class ShakyStudio extends OpenStudio {

    @Inject
    ProviderHealth health;

    @BeforeEach
    void oneAfterTheOther() {
        provider.cap = 1;
        clock.advance(Duration.ZERO);
    }

    void fail(int times) {
        provider.onSubmit = request -> new Submission.NotSent("connection refused");
        IntStream.range(0, times).forEach(i -> dispatchOne());
    }

    void dispatchOne() {
        int before = provider.submitted.size();
        int cap = provider.cap;
        provider.submits = new app.inbetween.provider.RateLimit(1, Duration.ofMillis(1));
        clock.advance(Duration.ofMillis(1));
        studio.dispatch();
        provider.submits = null;
        provider.cap = cap;
        assertThat(provider.submitted).hasSize(before + 1);
    }

    List<Generation> asked(int clips) {
        return Stream.generate(() -> studio.person("someone")).limit(clips).map(person -> {
            clock.advance(Duration.ofMillis(1));
            return studio.asks(person);
        }).toList();
    }
}
