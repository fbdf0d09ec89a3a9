package app.inbetween.generation.create;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.generation.create.CreatePage.Cheaper;
import app.inbetween.price.PriceBook;
import app.inbetween.price.PriceKey;
import app.inbetween.web.Formats;

/** What would still do when a clip is too dear. */
@ApplicationScoped
class CheaperSettings {

    @Inject
    PriceBook prices;

    /** The longest clip at this resolution, and the largest at this length, that the means allow. */
    List<Cheaper> of(Selection wanted, Means means) {
        List<Cheaper> cheaper = new ArrayList<>();
        wanted.model().durations().stream().filter(it -> fits(wanted, wanted.resolution(), it, means))
                .max(Comparator.naturalOrder())
                .ifPresent(it -> cheaper.add(new Cheaper(it.toSeconds() + "s", "Use " + Formats.words(it))));
        wanted.model().resolutions().stream().filter(it -> fits(wanted, it, wanted.duration(), means))
                .reduce((smaller, larger) -> larger)
                .ifPresent(it -> cheaper.add(new Cheaper(it, "Use " + it)));
        return cheaper;
    }

    private boolean fits(Selection wanted, String resolution, Duration duration, Means means) {
        return prices.price(new PriceKey(wanted.model().id(), resolution, wanted.variant()))
                .filter(price -> means.allow(price.rate().costOf(duration))).isPresent();
    }
}
