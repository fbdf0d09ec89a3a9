package app.inbetween.generation;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.price.ListedPrice;
import app.inbetween.price.ToldPrices;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Hears from providers what they ask, where they tell it themselves. */
@ApplicationScoped
class PriceListener {

    @Inject
    OwnPrices told;
    @Inject
    ToldPrices prices;

    @Scheduled(every = "{inbetween.price.learn-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void listen() {
        List<ListedPrice> learnt = told.learnt();
        int stored = learnt.isEmpty() ? 0 : prices.store(learnt);
        if (stored > 0) {
            Log.infof("Stored %d prices that providers told", stored);
        }
    }
}
