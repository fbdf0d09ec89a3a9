package app.inbetween.generation.create;

import static app.inbetween.generation.Amounts.credits;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.frame.Frame;
import app.inbetween.generation.Agreements;
import app.inbetween.generation.Amounts;
import app.inbetween.generation.ShownPrice;
import app.inbetween.generation.create.CreatePage.Mood;
import app.inbetween.generation.create.CreatePage.Offer;
import app.inbetween.generation.create.CreatePage.Tag;
import app.inbetween.generation.create.CreatePage.Way;
import app.inbetween.generation.create.Draft.Side;
import app.inbetween.price.Credits;
import app.inbetween.price.PriceBook;
import app.inbetween.price.Quote;
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
    Agreements agreements;
    @Inject
    Wallets wallets;
    @Inject
    CheaperSettings cheaper;

    /** @param shown the price on the button so far */
    Offer offer(UUID owner, Map<Side, Frame> pair, Optional<Selection> selection, Remarks remarks, ShownPrice shown) {
        Optional<Selection> priced = selection.filter(it -> prices.price(it.priceKey()).isPresent());
        if (priced.isEmpty()) {
            return selection.map(Offers::withoutPrice).orElseGet(() -> closed("No model can be had at the moment", noModel()));
        }
        Selection wanted = priced.get();
        Quote quote = agreements.proposed(owner, wanted.priceKey(), wanted.duration(), shown);
        Means means = wallets.of(owner);
        Optional<Means.Cap> cap = means.reached(quote.total());
        if (cap.isPresent()) {
            return beyond(cap.get(), quote, cheaper.of(wanted, means));
        }
        return quote.total().isMoreThan(means.available())
                ? unaffordable(quote, means.available(), cheaper.of(wanted, means))
                : possible(wanted, quote, means, pair, remarks);
    }

    private static Offer withoutPrice(Selection wanted) {
        return closed(wanted.model().name() + " has no price yet at " + wanted.priceKey().format(),
                "Choose something else. An administrator sets a price under Admin → Prices.");
    }

    private static Offer closed(String headline, String line) {
        return new Offer(Mood.CLOSED, headline, line, Tag.NONE, "Generate", "", List.of(), Optional.empty());
    }

    private Offer possible(Selection wanted, Quote quote, Means means, Map<Side, Frame> pair, Remarks remarks) {
        String what = wanted.model().name() + ", " + Formats.words(wanted.duration()) + " at "
                + wanted.priceKey().format();
        String detail = missing(pair).orElseGet(() -> reckoning(quote));
        String after = quote.rate().isFree() ? "" : means.available().minus(quote.total()) + " left after";
        if (remarks.problem().isEmpty()) {
            return new Offer(Mood.OPEN, what, detail, tag(quote), button(quote), after, List.of(), Optional.empty());
        }
        return remarks.confirming()
                ? new Offer(Mood.CONFIRMING, remarks.problem(), what, tag(quote), button(quote)
                        + " all the same", after, List.of(), Optional.empty())
                : new Offer(Mood.TOLD, remarks.problem(), remarks.advice(), tag(quote), button(quote), after, List.of(),
                        Optional.empty());
    }

    private static Optional<String> missing(Map<Side, Frame> pair) {
        List<Side> missing = Stream.of(Side.values()).filter(side -> !pair.containsKey(side)).toList();
        return switch (missing.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of("Choose the " + missing.get(0).field + " frame as well");
            default -> Optional.of("Choose two frames to begin");
        };
    }

    private static Offer beyond(Means.Cap cap, Quote quote, List<CreatePage.Cheaper> cheaper) {
        return new Offer(Mood.CLOSED,
                "This takes " + credits(quote.total()) + ", and of the " + cap.most() + " you may spend " + cap.period() + ", "
                        + cap.used() + " are used",
                (cheaper.isEmpty() ? "" : "Choose a shorter or smaller clip, or wait: ") + (cheaper.isEmpty() ? "The" : "the")
                        + " count begins again " + cap.next() + ".",
                tag(quote), button(quote), cap.left() + " left " + cap.period(), cheaper,
                cap.own() ? Optional.of(new Way("/credits/limits", "Change your limit")) : Optional.empty());
    }

    private static Offer unaffordable(Quote quote, Credits available, List<CreatePage.Cheaper> cheaper) {
        Credits missing = quote.total().minus(available);
        return new Offer(Mood.CLOSED, "This takes " + credits(quote.total()) + " and you have " + available,
                cheaper.isEmpty() ? "Ask someone who runs this studio for credits."
                        : "Choose a shorter or smaller clip, or ask someone who runs this studio for credits.",
                tag(quote), button(quote), credits(missing) + " short", cheaper,
                Optional.of(new Way("/credits?request=" + missing.decimal().toPlainString() + "#request", "Request credits")));
    }

    private static Tag tag(Quote quote) {
        return new Tag(quote.id().toString(), quote.total().millis(),
                Optional.of(quote.expiresAt()).filter(until -> !quote.rate().isFree()));
    }

    private static String button(Quote quote) {
        return quote.rate().isFree() ? Amounts.button("Generate", quote.total()) : "Generate for " + credits(quote.total());
    }

    private static String reckoning(Quote quote) {
        Duration length = quote.length();
        if (quote.rate().isFree()) {
            return Formats.words(length) + ", free";
        }
        return quote.rate().tiers().of(length).isPresent() ? credits(quote.total()) + " for " + Formats.words(length)
                : Formats.words(length) + " × " + credits(quote.perSecond());
    }

    private String noModel() {
        return catalog.providers().stream().map(VideoProvider::trouble).flatMap(Optional::stream).findFirst()
                .orElse("Someone who runs this studio has to set up a provider.");
    }
}
