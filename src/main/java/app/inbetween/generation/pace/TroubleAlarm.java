package app.inbetween.generation.pace;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.account.Administrators;
import app.inbetween.notice.Notices;
import app.inbetween.notice.Tone;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoProvider;

/** Tells administrators, once in each trouble, of what only they can mend. */
@ApplicationScoped
class TroubleAlarm {

    @Inject
    ModelCatalog catalog;
    @Inject
    Notices notices;
    @Inject
    Administrators administrators;

    void sound(String provider, Reason reason, Instant since) {
        String label = catalog.provider(provider).map(VideoProvider::label).orElse(provider);
        String title = reason == Reason.PROVIDER_AUTH ? label + " refuses us" : label + " wants to be paid";
        String text = (reason == Reason.PROVIDER_AUTH ? "Check its settings, the key above all. "
                : "Our balance there is used up. ") + "Clips for it wait, and go on by themselves when it is well again.";
        administrators.ids()
                .forEach(admin -> notices.tell(admin, key(provider, reason, since), Tone.BAD, title, text, "/admin/providers"));
    }

    void settle(String provider, Reason reason, Instant since) {
        notices.settle(administrators.ids(), key(provider, reason, since));
    }

    private static String key(String provider, Reason reason, Instant since) {
        return "provider:" + provider + ":" + reason + ":" + since.getEpochSecond();
    }
}
