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
import app.inbetween.provider.AskedPrice;
import app.inbetween.provider.PriceTeller;

/** What providers ask, in the words of the price list. */
@ApplicationScoped
class OwnPrices implements PriceSource {

    @Inject
    @Any
    Instance<PriceTeller> tellers;

    @Override
    public List<ListedPrice> prices() {
        return told(false);
    }

    @Override
    public String note() {
        return "From the file of models";
    }

    /** By those who learn them from elsewhere. */
    List<ListedPrice> learnt() {
        return told(true);
    }

    private List<ListedPrice> told(boolean learnt) {
        return tellers.stream().filter(teller -> teller.isLearning() == learnt).flatMap(teller -> teller.prices().stream())
                .map(OwnPrices::listed).toList();
    }

    static ListedPrice listed(AskedPrice asked) {
        return new ListedPrice(new PriceKey(asked.model(), asked.resolution(), asked.variant()),
                new ProviderRate(money(asked, asked.perSecond()), new Tiers(asked.tiers().entrySet().stream()
                        .map(tier -> new Tiers.Step(tier.getKey(), money(asked, tier.getValue()).micros())).toList())));
    }

    private static Money money(AskedPrice asked, BigDecimal amount) {
        return Money.of(amount, asked.currency());
    }
}
