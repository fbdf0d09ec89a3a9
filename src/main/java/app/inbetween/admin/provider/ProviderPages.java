package app.inbetween.admin.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.account.User;
import app.inbetween.admin.form.SentForms;
import app.inbetween.admin.form.TypedForm;
import app.inbetween.admin.provider.ProviderCard.Mishaps;
import app.inbetween.admin.provider.ProviderCard.Off;
import app.inbetween.admin.provider.ProviderCard.Spent;
import app.inbetween.generation.ProviderSpending;
import app.inbetween.generation.pace.ProviderHealth;
import app.inbetween.generation.pace.ProviderHealth.Health;
import app.inbetween.generation.pace.ProviderHealth.Trouble;
import app.inbetween.provider.Availability;
import app.inbetween.provider.ModelCatalog;
import app.inbetween.provider.VideoProvider;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * Gathers what the page of providers says. No transaction is open meanwhile: a provider may have to be asked for its models.
 */
@ApplicationScoped
class ProviderPages {

    @CheckedTemplate(basePath = "admin")
    static class Templates {

        static native TemplateInstance providers(ProviderPage page);
    }

    @Inject
    ModelCatalog catalog;
    @Inject
    Availability availability;
    @Inject
    ModelLines models;
    @Inject
    Affairs affairs;
    @Inject
    Checkups checkups;
    @Inject
    Absences absences;
    @Inject
    ProviderHealth health;
    @Inject
    ProviderSpending spending;
    @Inject
    SentForms sent;

    String page(String done, String open) {
        String words = TypedForm.blank().with("key", done).uuid("key").flatMap(key -> sent.outcome(key, "/admin/providers"))
                .orElse("");
        return page(words, open, "", TypedForm.blank());
    }

    /** The page with a form handed back, and nothing done. */
    String refused(String provider, TypedForm form) {
        return page("", "", provider, form);
    }

    private String page(String done, String open, String refused, TypedForm form) {
        Map<String, Affairs.Work> work = affairs.work();
        List<ProviderCard> cards = catalog.providers().stream().map(provider -> card(provider,
                work.getOrDefault(provider.name(), Affairs.Work.NONE), provider.name().equals(open),
                provider.name().equals(refused) ? form : TypedForm.blank())).toList();
        return Templates.providers(new ProviderPage(cards.stream().filter(card -> !isNothing(card)).toList(),
                cards.stream().filter(ProviderPages::isNothing).toList(), done)).render();
    }

    private static boolean isNothing(ProviderCard card) {
        return card.standing() == Standing.ABSENT && card.work().isNone();
    }

    private ProviderCard card(VideoProvider provider, Affairs.Work work, boolean open, TypedForm form) {
        String name = provider.name();
        Optional<LastCheckup> checkup = checkups.last(name);
        Optional<Off> off = availability.switchedOff(name).map(ProviderPages::off);
        Health state = health.of(name);
        Absence absence = absences.of(name);
        String trouble = provider.isConfigured() ? trouble(provider, state.trouble(), checkup) : absence.sentence();
        return new ProviderCard(name, provider.label(), absence, standing(provider, off.isPresent(), trouble), trouble, work,
                new Spent(spending.used(name), spending.limit(name)), checkup, off,
                state, mishaps(state), models.of(provider), open, form);
    }

    private Mishaps mishaps(Health state) {
        return new Mishaps(state.lastError().filter(it -> affairs.isLately(it.at())), affairs.stuck(state.provider()),
                affairs.failures(state.provider()));
    }

    private static Standing standing(VideoProvider provider, boolean off, String trouble) {
        if (!provider.isConfigured()) {
            return Standing.ABSENT;
        }
        if (off) {
            return Standing.OFF;
        }
        return trouble.isEmpty() ? Standing.READY : Standing.TROUBLE;
    }

    private static String trouble(VideoProvider provider, Optional<Trouble> paused, Optional<LastCheckup> checkup) {
        return provider.trouble().or(() -> paused.map(it -> it.reason().words()))
                .or(() -> checkup.filter(LastCheckup::isTrouble).map(LastCheckup::words))
                .orElse(provider.models().isEmpty() ? "It has no models to offer." : "");
    }

    private static Off off(Availability.SwitchedOff off) {
        return new Off(off.since(), QuarkusTransaction.joiningExisting()
                .call(() -> User.<User> findByIdOptional(off.by()).map(it -> it.name).orElse("somebody")), off.reason());
    }
}
