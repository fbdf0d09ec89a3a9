package app.inbetween.provider.kolbo;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import app.inbetween.fakes.FakeProvider;
import app.inbetween.provider.catalog.Catalog;
import app.inbetween.provider.wire.Downloads;
import app.inbetween.provider.wire.Wire;
import io.vertx.core.Vertx;

/** Configuration as a fake needs it. */
record KolboSettings(Optional<String> apiKey, Optional<URI> baseUrl, Optional<BigDecimal> dollarsPerCredit,
        Duration modelsPatience)
        implements
            KolboConfig {

    private static final Catalog CATALOG = new Catalog(Optional::empty);
    private static final Wire WIRE = new Wire(Vertx.vertx());

    static KolboSettings of(FakeProvider fake, String key) {
        return new KolboSettings(Optional.of(key), Optional.of(fake.origin().resolve("/api")),
                Optional.of(new BigDecimal("0.01")), Duration.ofSeconds(10));
    }

    KolboProvider provider(Clock clock) {
        return provider(this, clock);
    }

    static KolboProvider provider(KolboConfig config, Clock clock) {
        return new KolboProvider(config, WIRE, CATALOG, new Downloads(WIRE, clock), clock);
    }

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public int maxConcurrent() {
        return 5;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration pollEvery() {
        return Duration.ofSeconds(8);
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
    public List<String> resultHosts() {
        return List.of("*.kolbo.ai");
    }

    @Override
    public Duration modelsFor() {
        return Duration.ofMinutes(10);
    }
}
