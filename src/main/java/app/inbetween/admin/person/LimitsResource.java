package app.inbetween.admin.person;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import app.inbetween.admin.ForAdmins;
import app.inbetween.admin.audit.Audit;
import app.inbetween.admin.form.TypedForm;
import app.inbetween.ledger.SpendingLimit;
import app.inbetween.ledger.SpendingLimits;
import app.inbetween.notice.Notices;
import app.inbetween.notice.Tone;
import app.inbetween.price.Credits;
import io.quarkus.security.Authenticated;

/** What a person may spend, as an administrator sets it; what the person set stays. */
@Path("/admin/users/{id}/limits")
@Authenticated
@ForAdmins
public class LimitsResource {

    private static final int MOST_AT_ONCE = 1000;

    @Inject
    People people;
    @Inject
    SpendingLimits limits;
    @Inject
    Audit audit;
    @Inject
    Notices notices;
    @Inject
    Desk desk;

    @POST
    public Response limit(UUID id, @BeanParam PersonForm fields) {
        Person person = people.person(id);
        TypedForm form = fields.typed();
        return desk.serve(person, "limits", form, () -> set(person, form));
    }

    private String set(Person person, TypedForm form) {
        Optional<Credits> daily = form.cap("daily");
        Optional<Credits> monthly = form.cap("monthly");
        OptionalInt concurrent = form.number("concurrent", MOST_AT_ONCE);
        String reason = form.reason();
        form.require();
        people.locked(person.id());
        String before = words(limits.set(person.id()));
        limits.cap(person.id(), daily, monthly, concurrent);
        String after = words(limits.set(person.id()));
        audit.record("Set spending limits", Optional.of(person.id()), "", before, after, reason);
        notices.tell(person.id(), "limits:" + form.value("key"), Tone.TIP, "Your spending limits were changed",
                "Now " + after + ". " + reason, "/credits");
        return "The limits of " + person.name() + " are set: " + after + ".";
    }

    private static String words(SpendingLimit set) {
        return set.dailyCap().map(cap -> cap + " a day").orElse("the usual a day") + ", "
                + set.monthlyCap().map(cap -> cap + " a month").orElse("the usual a month") + ", "
                + (set.maxConcurrent().isPresent() ? set.maxConcurrent().getAsInt() + "" : "the usual number of")
                + " clips at once";
    }
}
