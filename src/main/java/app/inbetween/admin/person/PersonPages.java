package app.inbetween.admin.person;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.account.CurrentUser;
import app.inbetween.admin.form.SentForms;
import app.inbetween.admin.form.TypedForm;
import app.inbetween.generation.Estate;
import app.inbetween.ledger.Ledger;
import app.inbetween.ledger.SpendingLimit;
import app.inbetween.ledger.SpendingLimits;
import app.inbetween.price.Credits;
import app.inbetween.statement.Statements;
import app.inbetween.statement.Window;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Lays out the page of one person. */
@ApplicationScoped
class PersonPages {

    private static final int CLIPS = 8;

    @CheckedTemplate(basePath = "admin")
    static class Templates {

        static native TemplateInstance user(PersonPage page);
    }

    @Inject
    People people;
    @Inject
    PersonFacts facts;
    @Inject
    ChargedClips clips;
    @Inject
    Statements statements;
    @Inject
    Ledger ledger;
    @Inject
    SpendingLimits limits;
    @Inject
    Estate estate;
    @Inject
    SentForms sent;
    @Inject
    CurrentUser currentUser;

    /**
     * @param window of the statement that is shown
     * @param done the key of the form that was done last
     */
    TemplateInstance of(UUID id, Window window, Optional<UUID> done) {
        return lay(id, window, "", TypedForm.blank(),
                done.flatMap(key -> sent.outcome(key, "/admin/users/" + id + "/")).orElse(""));
    }

    /** @param section whose form comes back */
    TemplateInstance of(UUID id, String section, TypedForm form) {
        return lay(id, Window.NEWEST, section, form, "");
    }

    private TemplateInstance lay(UUID id, Window window, String section, TypedForm form, String done) {
        Map<String, TypedForm> forms = new HashMap<>();
        for (String each : new String[] { "grant", "take-back", "activation", "handover" }) {
            forms.put(each, TypedForm.blank());
        }
        forms.put("limits", limits(limits.set(id)));
        forms.put(section, form);
        return Templates.user(new PersonPage(people.person(id), ledger.balance(id), facts.charged(id), facts.lots(id),
                facts.limits(id), facts.request(id), statements.of(id, "/admin/users/" + id, window), facts.grants(id),
                clips.newest(id, CLIPS),
                estate.of(id), forms, section, done, id.equals(currentUser.id())));
    }

    private static TypedForm limits(SpendingLimit set) {
        return TypedForm.blank().with("daily", figure(set.dailyCap())).with("monthly", figure(set.monthlyCap()))
                .with("concurrent", set.maxConcurrent().isPresent() ? set.maxConcurrent().getAsInt() + "" : "");
    }

    private static String figure(Optional<Credits> cap) {
        return cap.map(credits -> credits.decimal().toPlainString()).orElse("");
    }
}
