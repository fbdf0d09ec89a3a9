package app.inbetween.admin.form;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import app.inbetween.database.Sql;

/** Does what a form asks for once, however often and at however many times at once it is sent. */
@ApplicationScoped
public class SentForms {

    @Inject
    Sql sql;
    @Inject
    Clock clock;

    /**
     * @param place where it was sent to
     * @param act does it, and says in a sentence what came of it
     * @throws RefusedException if the form was sent before and said something else
     */
    @Transactional(MANDATORY)
    public void once(String place, TypedForm form, Supplier<String> act) {
        UUID key = form.key();
        form.require();
        String said = place + " " + form.said();
        // A second one waits here until the first is done, or undone.
        boolean first = sql.run("INSERT INTO sent_form (key, said, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", key, said,
                clock.instant()) == 1;
        if (first) {
            sql.run("UPDATE sent_form SET outcome = ? WHERE key = ?", act.get(), key);
        } else if (sql.first("SELECT 1 FROM sent_form WHERE key = ? AND said = ?", row -> true, key, said).isEmpty()) {
            form.renewKey();
            throw new RefusedException("key",
                    "This form was sent before and said something else, which was done. Send it again to do this as well.");
        }
    }

    /** Says more of what came of a form. */
    @Transactional
    public void say(UUID key, String outcome) {
        sql.run("UPDATE sent_form SET outcome = ? WHERE key = ?", outcome, key);
    }

    /** What came of a form, in a sentence, if it was sent to that place. */
    public Optional<String> outcome(UUID key, String place) {
        return sql.first("SELECT outcome FROM sent_form WHERE key = ? AND starts_with(said, ?)", row -> row.getString(1), key,
                place);
    }
}
