package app.inbetween.admin.person;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.inbetween.admin.form.TypedForm;
import app.inbetween.generation.Estate;
import app.inbetween.ledger.Balance;
import app.inbetween.price.Credits;
import app.inbetween.statement.Statement;

/**
 * One person, as an administrator sees them. Its words are ready to be read; an empty text means there is none.
 *
 * @param charged this month, less what was given back
 * @param request what the person asks for, in words
 * @param things what the person has here
 * @param forms by their section of the page
 * @param open the section whose form came back
 * @param done what has just been done
 * @param self whether it is the administrator
 */
public record PersonPage(Person person, Balance balance, Credits charged, List<LotLine> lots, List<Fact> limits, String request,
        Statement statement, List<Choice> grants, List<ChargedClip> clips, Estate.Contents things,
        Map<String, TypedForm> forms, String open, String done, boolean self) {

    /** @param until empty where it never expires */
    public record LotLine(Credits left, Credits of, String source, String until) {
    }

    public record Fact(String name, String value, String note) {
    }

    /** Of a list to choose from. */
    public record Choice(UUID id, String words) {
    }

    public TypedForm form(String section) {
        return forms.get(section);
    }

    public boolean isOpen(String section) {
        return open.equals(section);
    }

    public String now() {
        return words(balance.available());
    }

    /** What there is after a form was sent, or dots while it says no amount. */
    public String after(String section) {
        Credits amount = form(section).figure("amount").orElse(Credits.ZERO);
        Credits free = section.equals("grant") ? balance.available().plus(amount) : balance.available().minus(amount);
        if (!amount.isPositive()) {
            return "…";
        }
        return free.isNegative() ? "not possible, only " + balance.available() + " are free" : words(free);
    }

    private String words(Credits free) {
        return free + " free, " + balance.held() + " held";
    }
}
