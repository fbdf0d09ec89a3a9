package app.inbetween.admin.person;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import app.inbetween.account.CurrentUser;
import app.inbetween.admin.audit.Audit;
import app.inbetween.admin.form.RefusedException;
import app.inbetween.admin.form.TypedForm;
import app.inbetween.database.Sql;
import app.inbetween.ledger.Balance;
import app.inbetween.ledger.Correction;
import app.inbetween.ledger.Grant;
import app.inbetween.ledger.InsufficientCreditsException;
import app.inbetween.ledger.Ledger;
import app.inbetween.ledger.Periods;
import app.inbetween.ledger.RefundRefusedException;
import app.inbetween.notice.Notices;
import app.inbetween.notice.Tone;
import app.inbetween.price.Credits;

/** Gives a person credits and takes them back, notes who did, and tells the person. Each verb answers with a sentence. */
@ApplicationScoped
@Transactional(MANDATORY)
class Giving {

    private static final String STATEMENT = "/credits";

    @Inject
    Ledger ledger;
    @Inject
    Periods periods;
    @Inject
    Audit audit;
    @Inject
    Notices notices;
    @Inject
    CurrentUser currentUser;
    @Inject
    Sql sql;

    String grant(Person person, TypedForm form) {
        Credits amount = form.amount("amount");
        String reason = form.reason();
        Optional<LocalDate> until = form.day("until", periods.today());
        if (!person.isActive()) {
            form.refuse("amount", person.name() + " is deactivated. Let them in again first.");
        }
        form.require();
        Grant grant = Grant.of(person.id(), amount, reason, form.value("key")).by(currentUser.id());
        ledger.grant(until.map(day -> grant.until(periods.startOf(day.plusDays(1)))).orElse(grant));
        String figure = amount + " credits" + until.map(day -> " until " + PersonFacts.words(day)).orElse("");
        note("Granted credits", person, figure, amount, reason);
        notices.tell(person.id(), "grant:" + form.value("key"), Tone.GOOD, "You were given " + figure, reason, STATEMENT);
        return figure + " were granted. " + nowFree(person);
    }

    String takeBack(Person person, TypedForm form) {
        Credits amount = form.amount("amount");
        String reason = form.reason();
        Optional<UUID> entry = form.uuid("entry");
        if (!form.value("entry").isBlank() && entry.filter(id -> isGrantOf(person, id)).isEmpty()) {
            form.refuse("entry", "That is no grant of " + person.name() + ". Choose one of the list, or none.");
        }
        form.require();
        Correction correction = Correction.of(amount, reason, form.value("key")).by(currentUser.id());
        try {
            ledger.takeBack(person.id(), entry.map(correction::of).orElse(correction));
        } catch (InsufficientCreditsException e) {
            throw new RefusedException("amount", person.name() + " has " + e.available() + " free to spend, so " + e.needed()
                    + " cannot be taken back. What is held comes free when its clip fails or is cancelled.");
        }
        note("Took credits back", person, amount + " credits", amount.negated(), reason);
        notices.tell(person.id(), "take-back:" + form.value("key"), Tone.WARN, amount + " credits were taken back", reason,
                STATEMENT);
        return amount + " credits were taken back. " + nowFree(person);
    }

    String refund(Person person, ChargedClip clip, TypedForm form) {
        Credits amount = form.amount("amount");
        String reason = form.reason();
        form.require();
        try {
            ledger.refund(clip.generation(), Correction.of(amount, reason, form.value("key")).by(currentUser.id()));
        } catch (RefundRefusedException e) {
            throw new RefusedException("amount", e.getMessage());
        }
        String figure = amount + " credits for “" + clip.title() + "”";
        note("Gave credits back", person, figure, amount, reason);
        notices.tell(person.id(), "refund:" + form.value("key"), Tone.GOOD, "You were given back " + figure, reason, STATEMENT);
        return figure + " were given back. " + nowFree(person);
    }

    /** The account is locked by now, so what it says is what this very movement left. */
    private void note(String action, Person person, String object, Credits change, String reason) {
        Balance after = ledger.balance(person.id());
        audit.record(action, Optional.of(person.id()), object, free(after.available().minus(change)), free(after.available()),
                reason);
    }

    private boolean isGrantOf(Person person, UUID entry) {
        return sql.first("SELECT 1 FROM credit_entry WHERE id = ? AND user_id = ? AND kind = 'GRANT'", row -> true, entry,
                person.id()).isPresent();
    }

    private String nowFree(Person person) {
        return person.name() + " has " + ledger.balance(person.id()).available() + " free to spend now.";
    }

    private static String free(Credits credits) {
        return credits + " free";
    }
}
