package app.inbetween.generation;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import app.inbetween.account.Administrators;
import app.inbetween.ledger.Periods;
import app.inbetween.notice.Notices;
import app.inbetween.notice.Tone;
import app.inbetween.price.Money;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoProvider;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

/** Says, once a day, that clips wait because a provider has cost what it may. */
@ApplicationScoped
class BudgetAlarm {

    private final Map<String, LocalDate> sounded = new ConcurrentHashMap<>();

    @Inject
    ModelCatalog catalog;
    @Inject
    ProviderSpending budgets;
    @Inject
    Notices notices;
    @Inject
    Periods periods;
    @Inject
    Administrators administrators;
    @Inject
    MeterRegistry meters;

    void measure(@Observes StartupEvent event) {
        catalog.providers().stream().map(VideoProvider::name).forEach(provider -> {
            gauge("inbetween.provider.budget.used", "What a provider has cost today, jobs under way included", provider,
                    () -> dollars(budgets.used(provider)));
            gauge("inbetween.provider.budget.limit",
                    "What a provider may cost in a day; not a number where it may cost anything",
                    provider, () -> budgets.limit(provider).map(BudgetAlarm::dollars).orElse(Double.NaN));
        });
    }

    void sound(String provider) {
        LocalDate today = periods.today();
        if (!today.equals(sounded.get(provider))) {
            QuarkusTransaction.requiringNew().run(() -> tellAdministrators(provider, today));
            sounded.put(provider, today);
        }
    }

    private void tellAdministrators(String provider, LocalDate today) {
        String label = catalog.provider(provider).map(VideoProvider::label).orElse(provider);
        String limit = budgets.limit(provider).map(Money::toString).orElse("nothing");
        Log.warnf("Clips wait for %s, because it may cost %s a day and has cost %s today, jobs under way included", label,
                limit,
                budgets.used(provider));
        for (UUID admin : administrators.ids()) {
            notices.tell(admin, "budget:" + provider + ":" + today, Tone.BAD, "Clips wait for " + label,
                    "It may cost " + limit + " a day, and the next clip would go beyond that. Raise the limit, or they go on "
                            + "tomorrow.",
                    "/admin/rules");
        }
    }

    private void gauge(String name, String description, String provider, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).baseUnit("dollars").tag("provider", provider).register(meters);
    }

    private static double dollars(Money money) {
        return money.amount().doubleValue();
    }
}
