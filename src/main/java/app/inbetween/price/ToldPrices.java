package app.inbetween.price;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Prices that are learnt while we run, for what nobody has set a price for yet. */
@ApplicationScoped
public class ToldPrices {

    @Inject
    PriceList list;
    @Inject
    Clock clock;

    /**
     * From now on they cost this much, in the provider's money; what has a price already keeps it.
     *
     * @return how many had none
     */
    public int store(List<ListedPrice> told) {
        return list.store(told, clock.instant(), "As the provider told");
    }
}
