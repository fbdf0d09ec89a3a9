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

import app.inbetween.generation.pace.Breaker;
import app.inbetween.price.Price;
import app.inbetween.price.PriceBook;
import app.inbetween.price.PriceKey;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoProvider;

/** Finds who could draw something now: on offer, not in trouble, priced, and without a word cut. */
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

    /** In the order of the catalogue. */
    public List<Candidate> of(Wish wish) {
        List<VideoModel> models = catalog.models();
        Map<PriceKey, Price> inForce = prices.inForce().stream().collect(Collectors.toMap(Price::key, price -> price));
        Map<String, TrackRecord> lately = records.of(models.stream().map(VideoModel::id).toList());
        Set<String> leftAlone = breaker.open();
        Map<String, Integer> places = new HashMap<>();
        List<Candidate> candidates = new ArrayList<>();
        for (VideoModel model : models) {
            int place = places.merge(model.provider(), 1, Integer::sum) - 1;
            Fit fit = Fit.of(wish, model);
            Optional<String> provider = provider(model, leftAlone);
            Price price = inForce.get(fit.priceKey());
            if (provider.isPresent() && price != null && fit.takesTheWords()) {
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
}
