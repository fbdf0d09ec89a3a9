package app.inbetween.generation.create;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.frame.Frame;
import app.inbetween.generation.create.CreatePage.Cheaper;
import app.inbetween.generation.create.CreatePage.Offer;
import app.inbetween.generation.create.Draft.Side;
import app.inbetween.ledger.Ledger;
import app.inbetween.price.Credits;
import app.inbetween.price.Price;
import app.inbetween.price.PriceBook;
import app.inbetween.price.PriceKey;
import app.inbetween.price.Quote;
import app.inbetween.price.Quotes;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoProvider;
import app.inbetween.web.Formats;

/** What the button says: the price and what is left, or why there is nothing to press. */
@ApplicationScoped
class Offers {

    @Inject
    ModelCatalog catalog;
    @Inject
    PriceBook prices;
    @Inject
    Quotes quotes;
    @Inject
    Ledger ledger;

    Offer offer(UUID owner, Map<Side, Frame> pair, Optional<Selection> selection, Remarks remarks) {
        Optional<Price> price = selection.flatMap(it -> prices.price(it.priceKey()));
        if (price.isEmpty()) {
            return impossible("No model can be had at the moment", noModel());
        }
        Quote quote = quotes.give(owner, selection.get().priceKey(), selection.get().duration());
        Credits available = ledger.balance(owner).available();
        if (quote.total().isMoreThan(available)) {
            return unaffordable(selection.get(), quote, available);
        }
        String what = selection.get().model().name() + ", " + Formats.words(selection.get().duration()) + " at "
                + selection.get().resolution();
        String detail = remarks.problem().isEmpty() ? detail(pair, quote) : remarks.problem();
        return new Offer(what, detail, words(quote.total()), quote.total().millis(),
                available.minus(quote.total()) + " left after",
                "", "", List.of());
    }

    private static String detail(Map<Side, Frame> pair, Quote quote) {
        return pair.size() < 2 ? "Choose two frames to begin"
                : Formats.words(quote.length()) + " × " + words(quote.perSecond());
    }

    private Offer unaffordable(Selection selection, Quote quote, Credits available) {
        List<Cheaper> cheaper = cheaper(selection, available);
        String advice = cheaper.isEmpty() ? "Ask someone who runs this studio for credits."
                : "Choose a shorter or smaller clip, or ask someone who runs this studio for credits.";
        return new Offer("", "", words(quote.total()), quote.total().millis(),
                quote.total().minus(available) + " credits short",
                "This takes " + words(quote.total()) + " and you have " + available, advice, cheaper);
    }

    /** The longest clip at this resolution, and the largest at this length, that the balance allows. */
    private List<Cheaper> cheaper(Selection selection, Credits available) {
        List<Cheaper> cheaper = new ArrayList<>();
        selection.model().durations().stream().filter(it -> fits(selection, selection.resolution(), it, available))
                .max(Comparator.naturalOrder())
                .ifPresent(it -> cheaper.add(new Cheaper(it.toSeconds() + "s", "Use " + Formats.words(it))));
        selection.model().resolutions().stream().filter(it -> fits(selection, it, selection.duration(), available))
                .reduce((smaller, larger) -> larger)
                .ifPresent(it -> cheaper.add(new Cheaper(it, "Use " + it)));
        return cheaper;
    }

    private boolean fits(Selection selection, String resolution, Duration duration, Credits available) {
        return prices.price(PriceKey.of(selection.model().id(), resolution))
                .filter(price -> !price.rate().costOf(duration).isMoreThan(available)).isPresent();
    }

    private String noModel() {
        return catalog.providers().stream().map(VideoProvider::trouble).flatMap(Optional::stream).findFirst()
                .orElse("Someone who runs this studio has to set up a provider.");
    }

    private static Offer impossible(String problem, String advice) {
        return new Offer("", "", "", 0, "", problem, advice, List.of());
    }

    private static String words(Credits credits) {
        return credits + (credits.equals(Credits.of(1)) ? " credit" : " credits");
    }
}
