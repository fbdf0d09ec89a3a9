package app.inbetween.provider.fal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import app.inbetween.provider.RateLimit;
import app.inbetween.provider.catalog.Catalog;
import app.inbetween.provider.wire.Downloads;
import app.inbetween.provider.wire.Wire;
import io.vertx.core.Vertx;

/** fal's adapter as Quarkus would put it together. */
final class FalSetup {

    static final Catalog CATALOG = new Catalog(Optional::empty);

    private static final Wire WIRE = new Wire(Vertx.vertx());

    private FalSetup() {
    }

    /** One that waits half a second for the answer to a submission. */
    static FalProvider provider(URI origin, String key, Clock clock) {
        return provider(origin, key, clock, Duration.ofMillis(500));
    }

    static FalProvider provider(URI origin, String key, Clock clock, Duration patience) {
        return new FalProvider(config(origin, Optional.of(key), patience), WIRE, CATALOG, new Downloads(WIRE, clock), clock);
    }

    static FalProvider withoutKey() {
        Clock clock = Clock.systemUTC();
        return new FalProvider(config(URI.create("http://localhost:1"), Optional.empty(), Duration.ofSeconds(1)), WIRE, CATALOG,
                new Downloads(WIRE, clock), clock);
    }

    static FalClient client(URI origin, String key, Clock clock) {
        return new FalClient(config(origin, Optional.of(key), Duration.ofSeconds(1)), WIRE, clock);
    }

    private static FalConfig config(URI origin, Optional<String> key, Duration patience) {
        return new FalConfig() {
            @Override
            public boolean enabled() {
                return true;
            }

            @Override
            public Optional<String> apiKey() {
                return key;
            }

            @Override
            public Optional<URI> baseUrl() {
                return Optional.of(origin);
            }

            @Override
            public int maxConcurrent() {
                return 2;
            }

            @Override
            public Duration patience() {
                return patience;
            }

            @Override
            public Duration pollEvery() {
                return Duration.ofSeconds(2);
            }

            @Override
            public List<String> resultHosts() {
                return List.of("*.fal.media");
            }

            @Override
            public Optional<RateLimit> submits() {
                return Optional.empty();
            }

            @Override
            public Optional<RateLimit> queries() {
                return Optional.empty();
            }
        };
    }
}
