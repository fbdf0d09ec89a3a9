package app.inbetween.provider.wavespeed;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Only what a test has to say. */
record TestConfig(Optional<String> apiKey, Optional<URI> baseUrl, Optional<Duration> patience) implements WaveSpeedConfig {

    static TestConfig of(String key, URI origin) {
        return new TestConfig(Optional.of(key), Optional.of(origin), Optional.of(Duration.ofSeconds(2)));
    }

    TestConfig waiting(Duration time) {
        return new TestConfig(apiKey, baseUrl, Optional.of(time));
    }

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public OptionalInt maxConcurrent() {
        return OptionalInt.empty();
    }

    @Override
    public Optional<String> webhookSecret() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> pollEvery() {
        return Optional.empty();
    }

    @Override
    public Optional<String> submits() {
        return Optional.empty();
    }

    @Override
    public Optional<String> queries() {
        return Optional.empty();
    }

    @Override
    public Optional<List<String>> resultHosts() {
        return Optional.empty();
    }
}
