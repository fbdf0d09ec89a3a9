package app.inbetween.admin.dashboard;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.database.Sql;
import app.inbetween.price.Credits;
import app.inbetween.price.Exchange;
import app.inbetween.price.Money;
import app.inbetween.price.Price;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoModel;

/** Sums up the prices in force of the models that are used or can be. */
@ApplicationScoped
class PriceLines {

    static final String IN_FORCE = """
            SELECT DISTINCT ON (model, resolution, variant) p.* FROM price p
            WHERE valid_from <= ? AND NOT EXISTS (
              SELECT FROM price_withdrawal w WHERE (w.model, w.resolution, w.variant, w.version)
                = (p.model, p.resolution, p.variant, p.version))
            ORDER BY model, resolution, variant, valid_from DESC
            """;

    private static final Duration LENGTH = Duration.ofSeconds(5);
    private static final int LINES = 8;

    @Inject
    Sql sql;
    @Inject
    Clock clock;
    @Inject
    Exchange exchange;
    @Inject
    ModelCatalog catalog;
    @Inject
    ModelNames names;

    /** Those of which most was charged come first. */
    List<PriceLine> of(SpendDays spending) {
        Map<String, Credits> charged = spending.netByModel();
        Set<String> offered = catalog.models().stream().map(VideoModel::id).collect(Collectors.toSet());
        Map<String, List<Price>> prices = sql.all(IN_FORCE, Price::read, clock.instant()).stream()
                .filter(price -> charged.containsKey(price.key().model()) || offered.contains(price.key().model()))
                .collect(Collectors.groupingBy(price -> price.key().model()));
        return prices.keySet().stream()
                .sorted(Comparator.comparing((String model) -> charged.getOrDefault(model, Credits.ZERO)).reversed()
                        .thenComparing(Function.identity()))
                .limit(LINES).map(model -> line(model, prices.get(model))).toList();
    }

    private PriceLine line(String model, List<Price> prices) {
        List<Credits> credits = prices.stream().map(price -> price.rate().costOf(LENGTH)).sorted().toList();
        List<Money> costs = prices.stream().flatMap(price -> cost(price).stream())
                .sorted(Comparator.comparing(Money::micros)).toList();
        Optional<BigDecimal> margin = prices.stream().flatMap(price -> margin(price).stream()).min(Comparator.naturalOrder());
        return new PriceLine(names.of(model), names.ofProvider(prices.get(0).key().provider()), range(credits),
                costs.isEmpty() ? "" : range(costs),
                margin.map(it -> it.toPlainString().replace("-", "−") + " %").orElse(""),
                margin.map(PriceLine::toneOf).orElse(""));
    }

    private Optional<Money> cost(Price price) {
        return price.cost().map(rate -> exchange.toDollars(rate.costOf(LENGTH)));
    }

    private Optional<BigDecimal> margin(Price price) {
        Money worth = exchange.worth(price.rate().costOf(LENGTH));
        return cost(price).filter(cost -> worth.micros() > 0).map(cost -> Ratio.marginOf(worth, cost));
    }

    private static String range(List<?> ascending) {
        String least = ascending.get(0).toString();
        String most = ascending.get(ascending.size() - 1).toString();
        return least.equals(most) ? least : least + " to " + most;
    }
}
