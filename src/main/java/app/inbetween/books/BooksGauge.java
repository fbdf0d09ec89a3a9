package app.inbetween.books;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

/** Shows monitoring how much the last check found, on whichever node it was made. */
@Singleton
class BooksGauge {

    @Inject
    MeterRegistry registry;
    @Inject
    Checks checks;

    void register(@Observes StartupEvent event) {
        Gauge.builder("inbetween.books.findings", checks, BooksGauge::findings)
                .description("What the last check of the books found; nothing before the first check").register(registry);
    }

    private static double findings(Checks checks) {
        return checks.last().map(check -> (double) check.findings()).orElse(Double.NaN);
    }
}
