package app.inbetween.admin.price;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.price.Exchange;
import app.inbetween.price.Margin;
import app.inbetween.price.Price;
import app.inbetween.price.PriceHistory;
import app.inbetween.price.PriceKey;
import app.inbetween.price.PriceVersion;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoModel;

/** What every model costs now: those that have a price, and those that are offered without one. */
@ApplicationScoped
class PriceTable {

    @Inject
    PriceHistory history;
    @Inject
    Exchange exchange;
    @Inject
    ModelCatalog catalog;
    @Inject
    Clock clock;

    /** The lines of one model. */
    record Group(String model, String name, String provider, List<PriceRow> rows) {

        /** Whether anybody here can ask for it. */
        public boolean isOffered() {
            return rows.stream().anyMatch(PriceRow::offered);
        }
    }

    List<Group> groups() {
        Map<String, List<PriceRow>> rows = new LinkedHashMap<>();
        Map<PriceKey, List<PriceVersion>> book = book();
        Stream.concat(book.keySet().stream(), offered()).distinct().forEach(key -> rows
                .computeIfAbsent(key.model(), model -> new ArrayList<>()).add(row(key, book.getOrDefault(key, List.of()))));
        return rows.entrySet().stream().map(entry -> group(entry.getKey(), entry.getValue())).toList();
    }

    /** Empty for what neither has a price nor is offered. */
    Optional<PriceRow> row(PriceKey key) {
        List<PriceVersion> versions = history.of(key);
        return versions.isEmpty() && !isOffered(key) ? Optional.empty() : Optional.of(row(key, versions));
    }

    /**
     * @param provider any, where empty
     * @param search words that the name or the id contains
     */
    boolean matches(String model, String provider, String search) {
        String all = (model + " " + nameOf(model)).toLowerCase(Locale.ROOT);
        return (provider.isEmpty() || model.startsWith(provider + "/"))
                && Stream.of(search.strip().toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
    }

    /** What a person calls it. */
    String nameOf(String model) {
        return catalog.known(model).map(VideoModel::name).orElseGet(() -> model.substring(model.indexOf('/') + 1));
    }

    private Map<PriceKey, List<PriceVersion>> book() {
        Map<PriceKey, List<PriceVersion>> book = new LinkedHashMap<>();
        history.all().forEach(
                version -> book.computeIfAbsent(version.price().key(), key -> new ArrayList<>()).add(version));
        return book;
    }

    private Stream<PriceKey> offered() {
        return catalog.models().stream().flatMap(
                model -> model.resolutions().stream().flatMap(resolution -> model.variants().stream()
                        .map(variant -> new PriceKey(model.id(), resolution, variant))));
    }

    private Group group(String model, List<PriceRow> rows) {
        return new Group(model, nameOf(model), rows.get(0).key().provider(), rows);
    }

    private PriceRow row(PriceKey key, List<PriceVersion> versions) {
        Instant now = clock.instant();
        Optional<PriceVersion> inForce = versions.stream().filter(version -> version.isInForceAt(now)).findFirst();
        Optional<PriceVersion> planned = versions.stream().filter(version -> version.isPlannedAt(now)).findFirst();
        return new PriceRow(key, isOffered(key), inForce, planned, inForce.map(PriceVersion::price).flatMap(this::margin));
    }

    private Optional<Margin> margin(Price price) {
        return price.cost().map(cost -> exchange.margin(price.rate(), cost));
    }

    private boolean isOffered(PriceKey key) {
        return catalog.model(key.model()).filter(model -> model.resolutions().contains(key.resolution())).isPresent();
    }
}
