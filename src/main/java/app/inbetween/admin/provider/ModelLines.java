package app.inbetween.admin.provider;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.price.PriceHistory;
import app.inbetween.price.PriceVersion;
import app.inbetween.provider.Availability;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoModel;
import app.inbetween.provider.VideoProvider;

/** What administrators want to know of a provider's models. */
@ApplicationScoped
class ModelLines {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

    @Inject
    Availability availability;
    @Inject
    ModelCatalog catalog;
    @Inject
    PriceHistory prices;
    @Inject
    Clock clock;

    List<ModelLine> of(VideoProvider provider) {
        List<VideoModel> models = provider.models();
        Set<String> priced = models.isEmpty() ? Set.of() : priced();
        return models.stream().map(model -> line(model, priced)).toList();
    }

    private ModelLine line(VideoModel model, Set<String> priced) {
        List<String> unpriced = model.resolutions().stream().filter(it -> !priced.contains(place(model.id(), it))).toList();
        return new ModelLine(model.id(), model.name(), availability.isHidden(model.id()), unpriced, life(model.life()),
                !model.life().includes(today()));
    }

    private Set<String> priced() {
        Instant now = clock.instant();
        return prices.all().stream().filter(version -> version.isInForceAt(now)).map(PriceVersion::price)
                .map(price -> place(price.key().model(), price.key().resolution())).collect(Collectors.toSet());
    }

    private static String place(String model, String resolution) {
        return model + " at " + resolution;
    }

    private String life(VideoModel.Life life) {
        String later = life.from().filter(today()::isBefore).map(from -> "From " + DAY.format(from)).orElse("");
        return life.until().map(until -> (until.isAfter(today()) ? "Until " : "Ended ") + DAY.format(until)
                + life.replacement().map(id -> ", then " + name(id)).orElse("")).orElse(later);
    }

    private String name(String model) {
        return catalog.known(model).map(VideoModel::name).orElse(model);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
