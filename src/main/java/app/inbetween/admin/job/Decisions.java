package app.inbetween.admin.job;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import app.inbetween.admin.audit.Audit;
import app.inbetween.generation.Film;
import app.inbetween.generation.Generation;
import app.inbetween.generation.Intervention;
import app.inbetween.generation.Interventions;
import app.inbetween.notice.Notices;
import app.inbetween.notice.Tone;
import app.inbetween.price.Credits;
import app.inbetween.provider.Billing;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoProvider;

/** Carries out what an administrator decides about a clip, notes it and tells the person it belongs to, all or nothing. */
@ApplicationScoped
class Decisions {

    @Inject
    Interventions interventions;
    @Inject
    Audit audit;
    @Inject
    Notices notices;
    @Inject
    ModelCatalog catalog;

    @Transactional
    void deliver(Intervention wish) {
        interventions.deliver(wish).ifPresent(clip -> {
            note(wish, clip, "Had a film fetched again", "");
            tell(wish, clip, Tone.TIP, "is being fetched again",
                    "Someone who runs this studio asked for that. If it works, the video is saved and charged as usual.");
        });
    }

    @Transactional
    void attach(Intervention wish, Film film) {
        interventions.attach(wish, film).ifPresent(clip -> {
            note(wish, clip, "Delivered a film by hand", ", " + credits(clip.charge()) + " charged");
            tell(wish, clip, Tone.GOOD, "is here",
                    "Someone who runs this studio brought it home by hand. " + credits(clip.charge()) + " charged.");
        });
    }

    @Transactional
    void release(Intervention wish, Billing billing) {
        interventions.release(wish, billing).ifPresent(clip -> {
            note(wish, clip, "Gave up a clip", returned(clip, billing));
            tell(wish, clip, Tone.WARN, "was given up", free(clip));
        });
    }

    @Transactional
    void lose(Intervention wish, Billing billing) {
        interventions.lose(wish, billing).ifPresent(clip -> {
            note(wish, clip, "Marked a clip as lost", returned(clip, billing));
            tell(wish, clip, Tone.WARN, "was lost at " + provider(clip), free(clip));
        });
    }

    @Transactional
    void retry(Intervention wish) {
        interventions.retry(wish).ifPresent(clip -> {
            note(wish, clip, "Sent a clip again", " for " + provider(clip));
            tell(wish, clip, Tone.TIP, "is being made once more",
                    "The first try led nowhere. It costs you what was held for it, once, and only if it comes.");
        });
    }

    private void note(Intervention wish, Generation clip, String action, String outcome) {
        audit.record(action, Optional.of(clip.owner), "“" + clip.title + "”, job " + clip.id,
                StateWords.of(wish.seen()) + ", " + credits(clip.hold()) + " held", StateWords.of(clip.state) + outcome,
                wish.reason());
    }

    private void tell(Intervention wish, Generation clip, Tone tone, String whatHappened, String text) {
        notices.tell(clip.owner, key(wish.key()), tone, "Your video “" + clip.title + "” " + whatHappened, text,
                "/generations/" + clip.id);
    }

    private static String key(UUID decision) {
        return "job:" + decision;
    }

    private static String returned(Generation clip, Billing billing) {
        String bill = switch (billing) {
            case BILLED -> "the provider bills it";
            case NOT_BILLED -> "the provider bills nothing";
            case UNKNOWN -> "whether the provider bills it is not known";
        };
        return ", " + credits(clip.hold()) + " returned, " + bill;
    }

    private static String free(Generation clip) {
        return "You were not charged: the " + credits(clip.hold()) + " held for it can be spent again.";
    }

    private static String credits(Credits amount) {
        return amount + (amount.equals(Credits.of(1)) ? " credit" : " credits");
    }

    private String provider(Generation clip) {
        return catalog.provider(clip.provider).map(VideoProvider::label).orElse(clip.provider);
    }
}
