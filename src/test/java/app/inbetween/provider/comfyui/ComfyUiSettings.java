package app.inbetween.provider.comfyui;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import app.inbetween.fakes.FakeComfyUi;
import app.inbetween.fakes.FakeProvider;
import app.inbetween.provider.catalog.Catalog;
import app.inbetween.provider.wire.Downloads;
import app.inbetween.provider.wire.Wire;
import io.vertx.core.Vertx;

/** Configuration as a fake needs it. */
record ComfyUiSettings(Optional<URI> baseUrl, Optional<String> headerName, Optional<String> headerValue)
        implements
            ComfyUiConfig {

    private static final Catalog CATALOG = new Catalog(Optional::empty);
    private static final Wire WIRE = new Wire(Vertx.vertx());

    static ComfyUiSettings of(FakeProvider fake, String key) {
        return of(Optional.of(fake.origin()), key);
    }

    static ComfyUiSettings of(Optional<URI> address, String key) {
        return new ComfyUiSettings(address, Optional.of(FakeComfyUi.HEADER), Optional.of(key));
    }

    ComfyUiProvider provider() {
        Clock clock = Clock.systemUTC();
        return new ComfyUiProvider(this, WIRE, CATALOG, new Downloads(WIRE, clock), clock);
    }

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public int maxConcurrent() {
        return 1;
    }

    @Override
    public Duration patience() {
        return Duration.ofMillis(500);
    }

    @Override
    public Duration pollEvery() {
        return Duration.ofSeconds(2);
    }
}
