package app.inbetween.admin.person;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import app.inbetween.account.CurrentUser;
import app.inbetween.account.User;
import app.inbetween.admin.audit.Audit;
import app.inbetween.admin.form.RefusedException;
import app.inbetween.admin.form.SentForms;
import app.inbetween.admin.form.TypedForm;
import app.inbetween.generation.Estate;
import app.inbetween.generation.Estate.Contents;
import app.inbetween.notice.Notices;
import app.inbetween.notice.Tone;
import app.inbetween.web.Formats;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Shuts people out, lets them in again, and sees to what they leave. Each verb answers with a sentence. */
@ApplicationScoped
class Leaving {

    private static final String HAND_OVER = "hand-over";

    @Inject
    People people;
    @Inject
    Estate estate;
    @Inject
    Audit audit;
    @Inject
    Notices notices;
    @Inject
    SentForms sent;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;

    @Transactional(MANDATORY)
    public String deactivate(Person person, TypedForm form) {
        String reason = form.reason();
        if (person.id().equals(currentUser.id())) {
            form.refuse("key", "You cannot deactivate yourself. Ask another administrator to.");
        }
        if (form.is("things", HAND_OVER)) {
            heir(person, form);
        } else if (!form.value("heir").isBlank()) {
            form.refuse("heir", "What is theirs stays, as chosen. Choose that it goes, or name nobody.");
        }
        form.require();
        if (user(person).deactivate(clock.instant())) {
            audit.record("Deactivated a person", Optional.of(person.id()), "", "active", "deactivated", reason);
        }
        return person.name() + " is deactivated.";
    }

    /** In transactions of its own, because what waits is called off one by one. May be repeated. */
    void settle(Person person, TypedForm form) {
        int cancelled = estate.cancelWaiting(person.id());
        String called = cancelled == 0 ? "" : " " + Formats.count(cancelled, "waiting clip") + " called off.";
        String handed = form.is("things", HAND_OVER) ? passed(person, form) : "";
        if (!(called + handed).isEmpty()) {
            sent.say(form.key(), person.name() + " is deactivated." + called + handed);
        }
    }

    @Transactional(MANDATORY)
    public String activate(Person person, TypedForm form) {
        String reason = form.reason();
        form.require();
        if (user(person).activate()) {
            audit.record("Activated a person", Optional.of(person.id()), "", "deactivated", "active", reason);
        }
        return person.name() + " can use Inbetween again.";
    }

    @Transactional(MANDATORY)
    public String handOver(Person person, TypedForm form) {
        form.reason();
        heir(person, form);
        if (people.locked(person.id()).isActive()) {
            form.refuse("heir", person.name() + " is active and needs what is theirs. Deactivate them first.");
        }
        form.require();
        String handed = pass(person, form);
        return handed.isEmpty() ? "There was nothing to hand over." : handed.strip();
    }

    private String passed(Person person, TypedForm form) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> pass(person, form));
        } catch (RefusedException e) {
            // The heir was there a moment ago.
            return " Nothing was handed over: " + e.getMessage();
        }
    }

    private String pass(Person person, TypedForm form) {
        Person heir = heir(person, form).orElseThrow(() -> new RefusedException("heir", form.error("heir")));
        Contents handed = estate.handOver(person.id(), heir.id());
        if (handed.isNothing()) {
            return "";
        }
        audit.record("Handed work over", Optional.of(person.id()), handed.toString(), "of " + person.name(),
                "of " + heir.name(), form.reason());
        notices.tell(heir.id(), "handover:" + form.value("key"), Tone.TIP, "You were given the work of " + person.name(),
                handed + " are yours now.", "/gallery");
        return " " + handed + " went to " + heir.name() + ".";
    }

    private Optional<Person> heir(Person person, TypedForm form) {
        People.Named named = people.named(List.of(form.value("heir")));
        Optional<Person> heir = named.found().stream().findFirst();
        if (form.value("heir").isBlank()) {
            form.refuse("heir", "Say who is to have their work: a name or an e-mail address.");
        } else if (heir.isEmpty()) {
            form.refuse("heir", named.unknown().get(0) + ".");
        } else if (heir.get().id().equals(person.id())) {
            form.refuse("heir", "Name somebody else than " + person.name() + ".");
        }
        return heir;
    }

    private static User user(Person person) {
        UUID id = person.id();
        return User.findById(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
