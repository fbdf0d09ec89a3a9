package app.inbetween.generation;

import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.price.Money;
import app.inbetween.price.PriceKey;
import app.inbetween.price.ToldPrices;
import app.inbetween.provider.AskedPrice;
import app.inbetween.provider.ModelCatalog;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Hears from providers what they ask, where they tell it themselves. */
@ApplicationScoped
class PriceListener {

    @Inject
    ModelCatalog catalog;
    @Inject
    ToldPrices prices;

    @Scheduled(every = "{inbetween.price.learn-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void listen() {
        Map<PriceKey, Money> told = catalog.providers().stream().flatMap(provider -> provider.prices().stream())
                .collect(Collectors.toMap(PriceListener::key, price -> new Money(price.micros(), price.currency()),
                        (one, other) -> one));
        int stored = told.isEmpty() ? 0 : prices.store(told);
        if (stored > 0) {
            Log.infof("Stored %d prices that providers told", stored);
        }
    }

    private static PriceKey key(AskedPrice price) {
        return new PriceKey(price.model(), price.resolution(), price.variant());
    }
}
