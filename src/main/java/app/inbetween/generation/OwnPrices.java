package app.inbetween.generation;

import java.math.BigDecimal;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import app.inbetween.price.ListedPrice;
import app.inbetween.price.Money;
import app.inbetween.price.PriceKey;
import app.inbetween.price.PriceSource;
import app.inbetween.price.ProviderRate;
import app.inbetween.price.Tiers;
import app.inbetween.provider.CatalogPrice;
import app.inbetween.provider.CatalogPrices;

@ApplicationScoped
class OwnPrices implements PriceSource {

    @Inject
    @Any
    Instance<CatalogPrices> asked;

    @Override
    public List<ListedPrice> prices() {
        return asked.stream().flatMap(it -> it.prices().stream()).map(OwnPrices::listed).toList();
    }

    @Override
    public String note() {
        return "From the file of models";
    }

    static ListedPrice listed(CatalogPrice asked) {
        return new ListedPrice(new PriceKey(asked.model(), asked.resolution(), asked.variant()),
                new ProviderRate(money(asked, asked.perSecond()), new Tiers(asked.tiers().entrySet().stream()
                        .map(tier -> new Tiers.Step(tier.getKey(), money(asked, tier.getValue()).micros())).toList())));
    }

    private static Money money(CatalogPrice asked, BigDecimal amount) {
        return Money.of(amount, asked.currency());
    }
}
