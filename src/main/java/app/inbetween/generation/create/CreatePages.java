package app.inbetween.generation.create;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.frame.Frame;
import app.inbetween.frame.SamplePairs;
import app.inbetween.generation.ShownPrice;
import app.inbetween.generation.create.CreatePage.EarlierFrame;
import app.inbetween.generation.create.CreatePage.Offer;
import app.inbetween.generation.create.CreatePage.SamplePair;
import app.inbetween.generation.create.CreatePage.Words;
import app.inbetween.generation.create.Draft.Side;
import app.inbetween.generation.wish.Demands;
import app.inbetween.media.Dimensions;
import app.inbetween.price.Credits;
import app.inbetween.provider.VideoModel;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Draws the create form from a draft. */
@ApplicationScoped
class CreatePages {

    private static final int EARLIER = 12;

    @CheckedTemplate(basePath = "generation")
    static class Templates {

        static native TemplateInstance create(CreatePage page);
    }

    @Inject
    Automatic automatic;
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
        List<Dimensions> sizes = pair.values().stream().map(Frame::size).toList();
        AutomaticCard card = automatic.card(draft, sizes);
        Optional<VideoModel> model = automatic.choose(draft, card.model(), sizes).model();
        Optional<Selection> selection = model.map(it -> Selection.of(draft, it, sizes));
        Map<String, String> errors = new HashMap<>(remarks.fields());
        errors.putAll(automatic.wrong(draft));
        model.ifPresent(it -> errors.putAll(Demands.wrong(draft.wish(), it)));
        Offer offer = offers.offer(draft.owner, pair, selection, remarks, shown);
        SettingsPanel panel = choices.panel(draft, selection, errors);
        return new CreatePage(draft.idempotencyKey, wells.well(Side.FIRST, pair, selection, remarks),
                wells.well(Side.LAST, pair, selection, remarks), samplePairs(), earlier(draft),
                card.chosen() ? panel.unchosen() : panel, words(draft, model, errors), offer, card,
                FailoverBox.of(draft, Credits.ofMillis(offer.tag().millicredits())));
    }

    private Words words(Draft draft, Optional<VideoModel> model, Map<String, String> errors) {
        Words words = model.map(it -> Wording.of(draft, it, errors)).orElseGet(() -> Wording.withoutModel(draft, errors));
        return automatic.widen(draft, words, errors);
    }

    private List<SamplePair> samplePairs() {
        return samples.all().stream()
                .map(sample -> new SamplePair(sample.name(), sample.title(), sample.firstUrl(), sample.lastUrl())).toList();
    }

    private static List<EarlierFrame> earlier(Draft draft) {
        return Frame.recentOf(draft.owner, EARLIER).stream()
                .map(frame -> new EarlierFrame(frame.id.toString(), Wells.thumbnail(frame), frame.name)).toList();
    }
}
