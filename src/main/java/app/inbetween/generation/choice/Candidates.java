package app.inbetween.generation.choice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.generation.ProviderSpending;
import app.inbetween.generation.pace.Breaker;
import app.inbetween.price.Exchange;
import app.inbetween.price.Money;
import app.inbetween.price.Price;
import app.inbetween.price.PriceBook;
import app.inbetween.price.PriceKey;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoProvider;

/** Finds who could draw something now: on offer, not in trouble, priced, within its budget, and without a word cut. */
@ApplicationScoped
public class Candidates {

    @Inject
    ModelCatalog catalog;
    @Inject
    PriceBook prices;
    @Inject
    TrackRecords records;
    @Inject
    Breaker breaker;
    @Inject
    ProviderSpending spending;
    @Inject
    Exchange exchange;

    /** In the order of the catalogue. */
    public List<Candidate> of(Wish wish) {
        List<VideoModel> models = catalog.models();
        Map<PriceKey, Price> inForce = prices.inForce().stream().collect(Collectors.toMap(Price::key, price -> price));
        Map<String, TrackRecord> lately = records.of(models.stream().map(VideoModel::id).toList());
        Set<String> leftAlone = breaker.open();
        Map<String, Money> budgets = spending.left();
        Map<String, Integer> places = new HashMap<>();
        List<Candidate> candidates = new ArrayList<>();
        for (VideoModel model : models) {
            int place = places.merge(model.provider(), 1, Integer::sum) - 1;
            Fit fit = Fit.of(wish, model);
            Optional<String> provider = provider(model, leftAlone);
            Price price = inForce.get(fit.priceKey());
            if (provider.isPresent() && price != null && fit.takesTheWords() && isWithin(budgets, price, fit)) {
                candidates.add(new Candidate(fit, place, provider.get(), price.rate().costOf(fit.length()),
                        lately.getOrDefault(model.id(), TrackRecord.NONE)));
            }
        }
        return candidates;
    }

    /** Its name; empty while nothing can be asked of it. */
    private Optional<String> provider(VideoModel model, Set<String> leftAlone) {
        return catalog.provider(model.provider()).filter(provider -> !leftAlone.contains(provider.name()))
                .filter(provider -> provider.trouble().isEmpty()).map(VideoProvider::label);
    }

    /** Whether it need not wait for tomorrow's budget; what costs us nothing, as far as anybody knows, never does. */
    private boolean isWithin(Map<String, Money> budgets, Price price, Fit fit) {
        Money left = budgets.get(fit.model().provider());
        long cost = left == null ? 0
                : price.cost().map(it -> exchange.toDollars(it.costOf(fit.length())).micros()).orElse(0L);
        return cost == 0 || cost <= left.micros();
    }
}
