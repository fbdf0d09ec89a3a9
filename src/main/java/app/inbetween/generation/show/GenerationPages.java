package app.inbetween.generation.show;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.frame.Frame;
import app.inbetween.generation.Agreements;
import app.inbetween.generation.Amounts;
import app.inbetween.generation.Finish;
import app.inbetween.generation.Generation;
import app.inbetween.generation.Settings;
import app.inbetween.generation.State;
import app.inbetween.generation.Video;
import app.inbetween.generation.show.GenerationPage.Cost;
import app.inbetween.generation.show.GenerationPage.Obstacle;
import app.inbetween.generation.show.GenerationPage.Retry;
import app.inbetween.generation.show.GenerationPage.Still;
import app.inbetween.generation.show.ShownFilm.Score;
import app.inbetween.price.Credits;
import app.inbetween.price.PriceBook;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoModel;
import app.inbetween.web.Formats;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Draws the page of one clip. */
@ApplicationScoped
class GenerationPages {

    @CheckedTemplate(basePath = "generation")
    static class Templates {

        static native TemplateInstance show(GenerationPage page);

        static native TemplateInstance show$status(GenerationPage page);
    }

    @Inject
    ModelCatalog catalog;
    @Inject
    PriceBook prices;
    @Inject
    Agreements agreements;
    @Inject
    ProgressWords progress;
    @Inject
    EndingWords endings;
    @Inject
    Facts facts;
    @Inject
    Repetition repetition;
    @Inject
    LineageWords lineages;

    TemplateInstance page(Generation generation) {
        return Templates.show(pageOf(generation, Refusal.NONE));
    }

    /** @param refusal why the same was not asked for again */
    TemplateInstance page(Generation generation, Refusal refusal) {
        return Templates.show(pageOf(generation, refusal));
    }

    TemplateInstance status(Generation generation) {
        return Templates.show$status(pageOf(generation, Refusal.NONE));
    }

    /** Whether nothing is being drawn or saved at the moment. */
    private static boolean hasSettled(Generation generation) {
        return generation.isFinished() || generation.state == State.UNKNOWN || generation.state == State.NEEDS_ATTENTION;
    }

    private GenerationPage pageOf(Generation generation, Refusal refusal) {
        boolean settled = hasSettled(generation);
        Optional<Video> video = Video.of(generation);
        Settings settings = generation.settings;
        Optional<Obstacle> obstacle = generation.isFinished() ? repetition.obstacle(generation) : Optional.empty();
        String lead = catalog.known(settings.model()).map(VideoModel::name).orElse(settings.model()) + ", "
                + Formats.words(settings.duration())
                + " at " + settings.priceKey().format();
        Lineage lineage = lineages.of(generation);
        return new GenerationPage(generation.id, generation.title, lead, settled ? "" : progress.tab(generation),
                generation.createdAt, still(generation.owner, generation.firstFrame),
                still(generation.owner, generation.lastFrame),
                settled ? Optional.empty() : Optional.of(progress.of(generation)),
                settled && video.isEmpty() ? Optional.of(endings.of(generation)) : Optional.empty(),
                video.map(GenerationPages::film), settings.prompt(), facts.of(settings), cost(generation),
                obstacle.isPresent() || lineage.isTakenCareOf() ? Optional.empty() : retry(generation, refusal), obstacle,
                refusal, lineage);
    }

    private static Still still(java.util.UUID owner, java.util.UUID id) {
        Frame frame = Frame.ofOwner(owner, id).orElseThrow();
        return new Still("/frames/" + id + "/thumbnail", frame.name);
    }

    private static ShownFilm film(Video video) {
        return new ShownFilm(video.id, video.width, video.height, (int) Math.round(video.frameRate), video.frames,
                video.finish().map(GenerationPages::scores).orElse(List.of()), video.fault().isPresent());
    }

    private static List<Score> scores(Finish finish) {
        return List.of(new Score("first", percent(finish.firstSimilarity())),
                new Score("last", percent(finish.lastSimilarity())));
    }

    private static int percent(double similarity) {
        return (int) Math.round(Math.max(0, similarity) * 100);
    }

    private static Cost cost(Generation generation) {
        if (generation.hold().equals(Credits.ZERO)) {
            return new Cost("Free", "Price version " + generation.priceVersion + ".");
        }
        Credits perSecond = Credits.ofMillis(generation.perSecond);
        String price = Formats.words(generation.settings.duration()) + " × " + Amounts.credits(perSecond) + ", price version "
                + generation.priceVersion + ".";
        if (!generation.isFinished()) {
            return new Cost(Amounts.credits(generation.hold()) + " held", price);
        }
        Credits back = generation.hold().minus(generation.charge());
        return new Cost(Amounts.credits(generation.charge()),
                price + " Held " + generation.hold() + ", charged " + generation.charge()
                        + ", returned " + back + ".");
    }

    private Optional<Retry> retry(Generation generation, Refusal refusal) {
        Settings settings = generation.settings;
        boolean possible = generation.isFinished() && prices.price(settings.priceKey()).isPresent();
        return possible
                ? Optional.of(new Retry(agreements.proposed(generation.owner, settings.priceKey(), settings.duration(),
                        refusal.shown()), refusal.confirming()))
                : Optional.empty();
    }
}
