package app.inbetween.admin.price;

import java.time.Instant;
import java.util.Optional;

import app.inbetween.price.Margin;
import app.inbetween.price.Price;
import app.inbetween.price.PriceVersion;
import app.inbetween.price.Proposal;

/**
 * What a new price would do, before anything is stored.
 *
 * @param margin at the new price, empty where nobody bills us
 */
record PreviewPage(PriceRow row, String name, Proposal proposal, PriceForm form, Optional<Margin> margin, Reckoning month,
        Figures figures) {

    public String rateBefore() {
        return before().map(price -> figures.rate(price.rate())).orElse("no price");
    }

    public String roundingBefore() {
        return before().map(price -> price.rate().rounding().words()).orElse("–");
    }

    public String costBefore() {
        return before().map(price -> figures.cost(price.cost())).orElse("–");
    }

    public Instant from() {
        return proposal.from().toInstant();
    }

    /** Empty where it earns something. */
    public String warning() {
        return margin.filter(it -> it.isLoss() || it.isNothing()).map(PreviewPage::warning).orElse("");
    }

    private Optional<Price> before() {
        return row.now().map(PriceVersion::price);
    }

    private static String warning(Margin margin) {
        String sums = "A video of " + Figures.seconds(margin.length()) + " earns " + margin.earned() + " and costs us "
                + margin.cost();
        return margin.isLoss() ? sums + ": a loss of " + margin.loss() + " on each." : sums + ": nothing is left of it.";
    }
}
