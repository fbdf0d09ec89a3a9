package app.inbetween.generation.failover;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.account.User;
import app.inbetween.frame.Frame;
import app.inbetween.generation.Ask;
import app.inbetween.generation.Failover;
import app.inbetween.generation.Generation;
import app.inbetween.generation.Settings;
import app.inbetween.generation.Terms;
import app.inbetween.generation.choice.Candidate;
import app.inbetween.generation.choice.Candidates;
import app.inbetween.generation.choice.Fit;
import app.inbetween.generation.choice.Ranking;
import app.inbetween.generation.choice.Wish;
import app.inbetween.generation.failover.Decision.Leave;
import app.inbetween.generation.failover.Decision.StandIn;
import app.inbetween.ledger.Ledger;
import app.inbetween.ledger.SpendingLimits;
import app.inbetween.media.Dimensions;
import app.inbetween.price.Credits;
import app.inbetween.price.Quote;
import app.inbetween.price.Quotes;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoModel.Feature;

/** Finds the model that can do the same as one that failed. */
@ApplicationScoped
class StandIns {

    @Inject
    Candidates candidates;
    @Inject
    ModelCatalog catalog;
    @Inject
    Quotes quotes;
    @Inject
    Ledger ledger;
    @Inject
    SpendingLimits limits;

    /** Needs a transaction. Changes nothing but quotes. */
    Decision decide(Generation failed) {
        if (!Suitability.of(failed)) {
            return new Leave(Failover.UNSUITABLE);
        }
        if (!isStillTheirs(failed)) {
            return new Leave(Failover.WITHDRAWN);
        }
        Line line = Line.upTo(failed);
        return line.isComplete() ? new Leave(Failover.LAST_IN_LINE) : decide(failed, line);
    }

    private Decision decide(Generation failed, Line line) {
        List<Candidate> able = able(failed, line);
        if (able.isEmpty()) {
            return new Leave(Failover.NOTHING_FITS);
        }
        Predicate<Candidate> unasked = needsNoQuestion(failed, line);
        return able.stream().filter(unasked).findFirst().map(chosen -> standIn(failed, chosen))
                .orElseGet(() -> new Leave(Failover.ASK_FIRST));
    }

    /** Who could do exactly the same below the ceiling, best first; what another provider offers before all. */
    private List<Candidate> able(Generation failed, Line line) {
        Credits ceiling = failed.terms.ceiling().orElseThrow();
        List<Candidate> able = candidates.of(wish(failed)).stream()
                .filter(it -> drawsTheSame(it.fit(), failed) && !line.hasTried(it.model().id()))
                .filter(it -> !it.price().isMoreThan(ceiling)).toList();
        Credits available = ledger.balance(failed.owner).available();
        Ranking ranking = new Ranking(able, price -> !price.isMoreThan(available));
        Comparator<Candidate> payable = Comparator.comparing(it -> !ranking.isAffordable(it));
        return ranking.bestFirst().stream()
                .sorted(payable.thenComparing(it -> line.hasTriedProvider(it.model().provider()))).toList();
    }

    private boolean drawsTheSame(Fit fit, Generation failed) {
        boolean choices = catalog.known(failed.settings.model()).map(fit::keepsChoicesOf).orElse(true);
        return fit.isExact() && fit.readsEverything() && fit.keepsSeed() && fit.isShapedLike(failed.settings.size()) && choices;
    }

    /** Nobody can be asked now: what is dearer than the person wants to decide about each time is out of the question. */
    private Predicate<Candidate> needsNoQuestion(Generation failed, Line line) {
        Optional<Credits> askAbove = limits.set(failed.owner).askAbove();
        return candidate -> askAbove.filter(candidate.price()::isMoreThan).isEmpty()
                || !candidate.price().isMoreThan(line.dearest());
    }

    private Decision standIn(Generation failed, Candidate chosen) {
        Quote quote = quotes.give(failed.owner, chosen.fit().priceKey(), chosen.fit().length());
        return quote.total().isMoreThan(failed.terms.ceiling().orElseThrow()) ? new Leave(Failover.NOTHING_FITS)
                : new StandIn(new Ask(failed.owner, "failover:" + failed.id, failed.title, failed.firstFrame, failed.lastFrame,
                        failed.settings.drawnBy(chosen.model(), chosen.fit().size(), chosen.fit().options(), seed(failed)),
                        quote,
                        Terms.standingInFor(failed)));
    }

    /** Whoever inherits a clip has not agreed to pay for another one. */
    private boolean isStillTheirs(Generation failed) {
        boolean paidByOwner = ledger.holdOf(failed.id).filter(hold -> hold.user().equals(failed.owner)).isPresent();
        return paidByOwner && User.<User> findByIdOptional(failed.owner).filter(User::isActive).isPresent();
    }

    private Wish wish(Generation failed) {
        Settings settings = failed.settings;
        List<Dimensions> frames = Stream.of(failed.firstFrame, failed.lastFrame).map(id -> Frame.<Frame> findById(id).size())
                .toList();
        return new Wish(frames, Optional.of(settings.resolution()), settings.duration(), settings.prompt(),
                settings.negativePrompt(), failed.terms.seedChosen, settings.options());
    }

    /** A model that took none left it at zero; the same for the same clip, however often it is looked for a stand-in. */
    private long seed(Generation failed) {
        boolean taken = catalog.known(failed.settings.model()).filter(it -> !it.supports(Feature.SEED)).isEmpty();
        return taken ? failed.settings.seed() : Math.floorMod(failed.id.getLeastSignificantBits(), Settings.SEEDS);
    }
}
