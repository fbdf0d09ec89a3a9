package app.inbetween.provider.dashscope;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import app.inbetween.fakes.FakeProvider;
import app.inbetween.provider.Neighbours;
import app.inbetween.provider.OtherClips;
import app.inbetween.provider.catalog.Catalog;
import app.inbetween.provider.wire.Downloads;
import app.inbetween.provider.wire.Wire;
import io.vertx.core.Vertx;

/** Configuration as a fake needs it. */
record DashScopeSettings(Optional<String> apiKey, Optional<URI> baseUrl, Upload upload, Duration patience)
        implements
            DashScopeConfig {

    static final Catalog CATALOG = new Catalog(Optional::empty);
    private static final Wire WIRE = new Wire(Vertx.vertx());

    static DashScopeSettings of(FakeProvider fake, String key, Upload upload) {
        return new DashScopeSettings(Optional.of(key), Optional.of(fake.origin().resolve("/api/v1")), upload,
                Duration.ofSeconds(2));
    }

    DashScopeProvider provider() {
        return provider(new Neighbours());
    }

    DashScopeProvider provider(OtherClips others) {
        return provider(this, others);
    }

    static DashScopeProvider provider(DashScopeConfig config, OtherClips others) {
        return new DashScopeProvider(config, WIRE, CATALOG, new Downloads(WIRE, Clock.systemUTC()), others, Clock.systemUTC());
    }

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public int maxConcurrent() {
        return 2;
    }

    @Override
    public Duration pollEvery() {
        return Duration.ofSeconds(15);
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
        return List.of("*.aliyuncs.com");
    }
}
