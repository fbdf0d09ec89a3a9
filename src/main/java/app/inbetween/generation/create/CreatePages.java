package app.inbetween.generation.create;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.frame.Frame;
import app.inbetween.frame.SamplePairs;
import app.inbetween.generation.ShownPrice;
import app.inbetween.generation.create.CreatePage.EarlierFrame;
import app.inbetween.generation.create.CreatePage.SamplePair;
import app.inbetween.generation.create.CreatePage.Seed;
import app.inbetween.generation.create.CreatePage.Words;
import app.inbetween.generation.create.Draft.Side;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoModel.Feature;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Draws the create form from a draft. */
@ApplicationScoped
class CreatePages {

    private static final int EARLIER = 12;
    private static final int PROMPT_LIMIT = 1500;

    @CheckedTemplate(basePath = "generation")
    static class Templates {

        static native TemplateInstance create(CreatePage page);
    }

    @Inject
    ModelCatalog catalog;
    @Inject
    DraftFrames frames;
    @Inject
    SamplePairs samples;
    @Inject
    Wells wells;
    @Inject
    SettingChoices choices;
    @Inject
    Offers offers;

    /** @param shown the price on the button so far */
    TemplateInstance page(Draft draft, Remarks remarks, ShownPrice shown) {
        return Templates.create(QuarkusTransaction.joiningExisting().call(() -> pageOf(draft, remarks, shown)));
    }

    private CreatePage pageOf(Draft draft, Remarks remarks, ShownPrice shown) {
        Map<Side, Frame> pair = frames.of(draft);
        Optional<Selection> selection = Selection.of(draft, catalog, pair.values().stream().map(Frame::size).toList());
        return new CreatePage(draft.idempotencyKey, draft.title, wells.well(Side.FIRST, pair, selection, remarks),
                wells.well(Side.LAST, pair, selection, remarks), samplePairs(), earlier(draft),
                choices.models(selection), selection.map(choices::durations).orElse(List.of()),
                selection.map(choices::resolutions).orElse(List.of()), selection.map(choices::frameRates).orElse(List.of()),
                selection.map(choices::easings).orElse(List.of()), seed(draft, selection), words(draft, selection),
                offers.offer(draft.owner, pair, selection, remarks, shown));
    }

    private List<SamplePair> samplePairs() {
        return samples.all().stream()
                .map(sample -> new SamplePair(sample.name(), sample.title(), sample.firstUrl(), sample.lastUrl())).toList();
    }

    private static List<EarlierFrame> earlier(Draft draft) {
        return Frame.recentOf(draft.owner, EARLIER).stream()
                .map(frame -> new EarlierFrame(frame.id.toString(), Wells.thumbnail(frame), frame.name)).toList();
    }

    private static Optional<Seed> seed(Draft draft, Optional<Selection> selection) {
        return selection.filter(it -> it.model().supports(Feature.SEED)).map(it -> new Seed(draft.seed, draft.seedLocked));
    }

    private static Words words(Draft draft, Optional<Selection> selection) {
        boolean prompted = selection.filter(it -> it.model().supports(Feature.PROMPT)).isPresent();
        boolean refusing = selection.filter(it -> it.model().supports(Feature.NEGATIVE_PROMPT)).isPresent();
        String note = prompted ? ""
                : selection.map(it -> it.model().name() + " goes by the two pictures alone and reads no words.")
                        .orElse("");
        return new Words(prompted, draft.prompt, PROMPT_LIMIT, refusing, draft.negativePrompt, note, "");
    }
}
