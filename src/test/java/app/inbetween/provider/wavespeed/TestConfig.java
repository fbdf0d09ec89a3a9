package app.inbetween.provider.wavespeed;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import app.inbetween.provider.catalog.Catalog;
import app.inbetween.provider.wire.Downloads;
import app.inbetween.provider.wire.Wire;
import io.vertx.core.Vertx;

/** Only what a test has to say. */
record TestConfig(Optional<String> apiKey, Optional<URI> baseUrl, Optional<Duration> patience) implements WaveSpeedConfig {

    private static final Catalog CATALOG = new Catalog(Optional::empty);
    private static final Wire WIRE = new Wire(Vertx.vertx());

    static TestConfig of(String key, URI origin) {
        return new TestConfig(Optional.of(key), Optional.of(origin), Optional.of(Duration.ofSeconds(2)));
    }

    TestConfig waiting(Duration time) {
        return new TestConfig(apiKey, baseUrl, Optional.of(time));
    }

    WaveSpeedProvider provider() {
        Clock clock = Clock.systemUTC();
        return new WaveSpeedProvider(this, WIRE, CATALOG, new Downloads(WIRE, clock), clock);
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
